import { config } from 'zod';

// Before any schema is made: zod tries to compile them to functions, which the content security policy forbids and
// reports as an attack.
config({ jitless: true });
