import { postTitleNames } from '../../rules/codes/organisation.ts';
import { useOperation } from '../data/use-operation.ts';
import { text } from '../text/zh-CN.ts';
import { Panel } from '../ui/panel.tsx';

const words = text.member.posts;

/** The posts a person holds and held, latest first. They are entered with the organisation. */
export function MemberPosts({ id }: { id: string }) {
  const posts = useOperation('post.list', {}, { records: ['post'] }).value?.filter(({ memberId }) => memberId === id);
  return (
    <Panel title={text.member.sections.posts} isFlush>
      {posts?.length === 0 ? (
        <p className="member-quiet">{words.empty}</p>
      ) : (
        <table className="plain-table">
          <thead>
            <tr>
              <th scope="col">{words.title}</th>
              <th scope="col">{words.duties}</th>
              <th scope="col">{words.from}</th>
              <th scope="col">{words.to}</th>
            </tr>
          </thead>
          <tbody>
            {posts?.toReversed().map((post) => (
              <tr key={post.id}>
                <td>{postTitleNames[post.title]}</td>
                <td>{post.duties}</td>
                <td>{post.from}</td>
                <td>{post.to ?? words.now}</td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
    </Panel>
  );
}
