using DynamoGen.Transactions;
using IssueTracker.Accounts;

namespace IssueTracker.Code;

/// <summary>Creates repositories together with the counters that must never differ from them.</summary>
public sealed class RepositoryCreation(ITransactions transactions, IAccounts accounts, ICodeRepositories repositories)
{
    /// <exception cref="DynamoGen.TransactionFailedException">There is such a repository, or no such owner.</exception>
    public ValueTask CreateAsync(CodeRepository repository, CancellationToken cancellationToken = default) =>
        transactions.WriteAsync([repositories.CreateAction(repository), accounts.UpdateRepositoryCount(repository.Owner)],
            cancellationToken: cancellationToken);

    /// <summary>Creates a repository under the name of its parent.</summary>
    /// <exception cref="DynamoGen.TransactionFailedException">The owner has such a repository, or owner or parent do not exist.</exception>
    public async ValueTask<CodeRepository> ForkAsync(
        CodeRepository parent, AccountName owner, DateTimeOffset forkedAt, CancellationToken cancellationToken = default)
    {
        var fork = new CodeRepository { Owner = owner, Name = parent.Name, PushedAt = forkedAt, ParentOwner = parent.Owner, ParentName = parent.Name };
        await transactions.WriteAsync(
            [repositories.CreateAction(fork), accounts.UpdateRepositoryCount(owner), repositories.UpdateForks(parent.Owner, parent.Name)],
            cancellationToken: cancellationToken);
        return fork;
    }
}
