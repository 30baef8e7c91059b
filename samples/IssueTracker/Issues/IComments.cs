using DynamoGen;
using IssueTracker.Accounts;
using IssueTracker.Code;

namespace IssueTracker.Issues;

[Repository<Comment>]
public partial interface IComments
{
    IAsyncEnumerable<Comment> OfIssue(AccountName owner, RepositoryName repository, int number);

    ValueTask<bool> Create(Comment comment, CancellationToken cancellationToken = default);

    [Update("ADD ThumbsUp 1")]
    ValueTask<Comment> UpdateThumbsUp(AccountName owner, RepositoryName repository, int number, int position, CancellationToken cancellationToken = default);

    [Update("ADD Hearts 1")]
    ValueTask<Comment> UpdateHearts(AccountName owner, RepositoryName repository, int number, int position, CancellationToken cancellationToken = default);
}
