export * from './archive.ts';
export * from './assessment.ts';
export * from './branch.ts';
export * from './development.ts';
export * from './dues.ts';
export * from './meeting.ts';
export * from './member.ts';
export * from './registers.ts';
