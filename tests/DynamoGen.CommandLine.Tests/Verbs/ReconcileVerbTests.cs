using System.Globalization;
using DynamoGen.Hosting;
using DynamoGen.Streams.Reconciliation;
using Microsoft.Extensions.DependencyInjection;

namespace DynamoGen.CommandLine.Tests.Verbs;

/// <summary>A view is compared with its source, and repaired where that is asked for.</summary>
public sealed class ReconcileVerbTests(VerbServer server)
{
    [Fact]
    public async Task Drift_is_counted_and_repaired_only_on_demand()
    {
        await using var host = await VerbHost.CreateAsync(server, builder => builder.AddReconciliation("accounts", CreateReconciler));
        var (accounts, views) = (host.Get<IAccounts>(), host.Get<IAccountViews>());
        foreach (var id in new[] { "1", "2", "3" })
        {
            await accounts.Put(new Account(id, 5, 1));
        }

        await views.Put(new AccountView("2", "wrong", 1), 1);
        await views.Put(new AccountView("3", "5", 1), 1);
        await views.Put(new AccountView("gone", "5", 1), 1);

        var found = await host.RunAsync("streams reconcile --json");
        Assert.Equal(1, found.Code);
        Assert.Equal(
            ["""{"name":"accounts","compared":4,"drifted":3,"missing":1,"different":1,"superfluous":1,"ahead":0,"repaired":0}"""], found.Lines);

        var repaired = await host.RunAsync("streams reconcile --name accounts --repair");
        Assert.Equal(0, repaired.Code);
        Assert.Matches("^accounts +4 +1 +1 +1 +0 +3$", repaired.Lines[1]);

        Assert.Equal(0, (await host.RunAsync("streams reconcile")).Code);
        Assert.Contains("\"compared\":0", (await host.RunAsync("streams reconcile --share 0 --json")).Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_share_is_read_alike_in_every_culture()
    {
        var shares = new List<double>();
        await using var host = await VerbHost.CreateAsync(server, builder => builder.AddReconciliation("noted", _ => new Noted(shares)));

        // Of this test's own flow.
        CultureInfo.CurrentCulture = new CultureInfo("de-DE");
        await host.RunAsync("streams reconcile --share 0.01");

        Assert.Equal([0.01], shares);
    }

    [Fact]
    public async Task A_name_that_is_not_registered_is_told()
    {
        await using var host = await VerbHost.CreateAsync(server, builder => builder.AddReconciliation("accounts", CreateReconciler));
        await using var none = await VerbHost.CreateAsync(server, _ => { });

        Assert.Equal("No reconciliation is named 'x'. There are: accounts.", (await host.RunAsync("streams reconcile --name x")).Error.Trim());
        Assert.Equal("The application registers no reconciliation; AddReconciliation does.", (await none.RunAsync("streams reconcile")).Error.Trim());
    }

    private static Reconciler<AccountView> CreateReconciler(IServiceProvider services)
    {
        var (accounts, views) = (services.GetRequiredService<IAccounts>(), services.GetRequiredService<IAccountViews>());
        return new(
            new ReconciliationSource<Account, AccountView>(
                _ => accounts.All(), (view, _) => accounts.Get(view.Id), account => EntryOf(new(account.Id, $"{account.Balance}", account.Version))),
            new ViewStore<AccountView>(
                EntryOf,
                _ => views.All(),
                (view, _) => views.Get(view.Id),
                (view, _) => views.Put(view, view.Version),
                (view, _) => views.Delete(view.Id, view.Version)),
            EqualityComparer<AccountView>.Default,
            new ReconciliationOptions { Settle = TimeSpan.Zero });
    }

    private static DerivedEntry<AccountView> EntryOf(AccountView view) => new(view.Id, view.Version, view);

    private sealed class Noted(List<double> shares) : IReconciler
    {
        public ReconciliationOptions Options { get; } = new();

        public Task<ReconciliationReport> RunAsync(ReconciliationOptions options, CancellationToken cancellationToken = default)
        {
            shares.Add(options.Share);
            return Task.FromResult(new ReconciliationReport(0, 0, 0, 0, 0, 0));
        }
    }
}
