using DynamoGen.Transactions;
using IssueTracker.Accounts;

namespace IssueTracker.Code;

/// <summary>Gives and takes stars together with the repository's counter of them.</summary>
public sealed class Stargazing(ITransactions transactions, ICodeRepositories repositories, IStars stars)
{
    /// <exception cref="DynamoGen.TransactionFailedException">The user gave it already, or there is no such repository.</exception>
    public ValueTask StarAsync(Star star, CancellationToken cancellationToken = default) =>
        transactions.WriteAsync([stars.CreateAction(star), repositories.UpdateStars(star.Owner, star.Repository, 1)], cancellationToken: cancellationToken);

    /// <exception cref="DynamoGen.TransactionFailedException">The user has not given one.</exception>
    public ValueTask UnstarAsync(AccountName owner, RepositoryName repository, AccountName user, CancellationToken cancellationToken = default) =>
        transactions.WriteAsync([stars.DeleteAction(owner, repository, user), repositories.UpdateStars(owner, repository, -1)],
            cancellationToken: cancellationToken);
}
