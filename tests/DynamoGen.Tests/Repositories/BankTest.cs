using DynamoGen.Hosting;
using DynamoGen.Repositories;
using DynamoGen.Telemetry;
using DynamoGen.Tests.Errors;
using DynamoGen.Transactions;
using DynamoGen.Transport;
using Microsoft.Extensions.DependencyInjection;

namespace DynamoGen.Tests.Repositories;

/// <summary>A test with a bank of its own on the real server, and faults in between where it asks for them.</summary>
public abstract class BankTest(LocalServer server) : IAsyncLifetime
{
    private ServiceProvider? _services;

    private protected IServiceProvider Services => _services!;

    private protected DynamoGenOptions Options => Services.GetRequiredService<DynamoGenOptions>();

    private protected RepositoryContext Context => Services.GetRequiredService<RepositoryContext>();

    public async ValueTask InitializeAsync()
    {
        _services = await server.CreateAsync<Bank>(static _ => { });
        await _services.GetRequiredService<TableProvisioner>().EnsureCreatedAsync<Ledger>();
    }

    public ValueTask DisposeAsync()
    {
        GC.SuppressFinalize(this);
        return _services?.DisposeAsync() ?? ValueTask.CompletedTask;
    }

    private protected ValueTask<Account?> GetAsync(string id) =>
        Context.GetItemAsync<Account, Account.Marshaller, AccountKey>(BankPatterns.Get, new AccountKey(id), consistentRead: true, CancellationToken.None);

    private protected ValueTask<Posting?> GetPostingAsync(string id) =>
        Context.GetItemAsync<Posting, Posting.Marshaller, PostingKey>(
            BankPatterns.GetPosting, new PostingKey(id), consistentRead: true, CancellationToken.None);

    private protected async Task PutAsync(params IEnumerable<Account> accounts)
    {
        foreach (var account in accounts)
        {
            await Context.WriteAsync(BankPatterns.Put, new PutAccount(account), CancellationToken.None);
        }
    }

    /// <summary>A context whose requests meet the faults of a plan on their way to the real server.</summary>
    private protected (RepositoryContext Context, FaultTransport Faults) Faulty(Func<SentRequest, Fault> plan, TimeProvider? time = null)
    {
        var faults = new FaultTransport(Services.GetRequiredService<ITransport>(), plan);
        return (new RepositoryContext(faults, Services.GetRequiredService<DynamoGenTelemetry>(), Options, time), faults);
    }

    /// <summary>Transactions that meet the faults of a plan on their way to the real server.</summary>
    private protected (ITransactions Transactions, FaultTransport Faults) FaultyTransactions(Func<SentRequest, Fault> plan)
    {
        var faults = new FaultTransport(Services.GetRequiredService<ITransport>(), plan);
        return (new TransactionSender(faults, Services.GetRequiredService<DynamoGenTelemetry>(), TimeProvider.System), faults);
    }
}
