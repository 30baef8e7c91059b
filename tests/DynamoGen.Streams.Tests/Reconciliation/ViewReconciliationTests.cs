using DynamoGen.Streams.Reconciliation;
using Microsoft.Extensions.DependencyInjection;

namespace DynamoGen.Streams.Tests.Reconciliation;

/// <summary>A materialised view in a table of DynamoDB Local that has come to say something else than its source.</summary>
public sealed class ViewReconciliationTests(StreamServer server) : IAsyncLifetime
{
    private ServiceProvider? _services;

    private IAccounts Accounts => _services!.GetRequiredService<IAccounts>();

    private IAccountViews Views => _services!.GetRequiredService<IAccountViews>();

    public async ValueTask InitializeAsync() => _services = await server.CreateAsync<AccountTable>(
        builder => builder.AddRepository<IAccounts>().AddRepository<IAccountViews>());

    public ValueTask DisposeAsync() => _services?.DisposeAsync() ?? ValueTask.CompletedTask;

    [Fact]
    public async Task Each_kind_of_drift_is_found_and_repaired_while_writers_go_on()
    {
        for (var id = 0; id < 60; id++)
        {
            await Views.Upsert(ViewOf(await Accounts.Put(new Account { Id = $"{id}", Balance = id, Tags = ["b", "a"] })));
        }

        await Views.Delete("1", ViewOf((await Accounts.Get("1"))!).Version);
        await Views.Upsert(ViewOf((await Accounts.Get("2"))!) with { Text = "wrong" });
        await Views.Upsert(new AccountView("gone", "gone", 1));
        await Views.Upsert(ViewOf((await Accounts.Get("3"))!) with { Text = "future", Version = long.MaxValue });

        using var stop = new CancellationTokenSource();
        var writer = WriteAsync(stop.Token);
        var drifts = new List<Drift>();
        var report = await Reconciler(drifts).RunAsync();
        await stop.CancelAsync();
        await writer;

        Assert.Contains(new Drift("1", DriftKind.Missing, true), drifts);
        Assert.Contains(new Drift("2", DriftKind.Different, true), drifts);
        Assert.Contains(new Drift("gone", DriftKind.Superfluous, true), drifts);
        Assert.Contains(new Drift("3", DriftKind.Ahead, false), drifts);

        // The accounts that nobody deletes and the view of none; the others are there or not.
        Assert.InRange(report.Compared, 41, 61);
        var left = new List<Drift>();
        await Reconciler(left).RunAsync();
        Assert.Equal([new Drift("3", DriftKind.Ahead, false)], left);
    }

    /// <summary>Changes accounts and, a little later, their views, as a handler of the stream does.</summary>
    private async Task WriteAsync(CancellationToken stop)
    {
        var random = new Random(3);
        while (!stop.IsCancellationRequested)
        {
            var id = $"{random.Next(40, 60)}";
            if (await Accounts.Get(id) is { } account && random.Next(4) == 0)
            {
                await Accounts.Delete(account);
                await Views.Delete(id, ViewOf(account).Version);
            }
            else
            {
                var stored = await Accounts.Put((await Accounts.Get(id) ?? new Account { Id = id, Balance = 0 }) with { Balance = random.Next(1_000) });
                await Views.Put(ViewOf(stored), ViewOf(stored).Version);
            }
        }
    }

    private Reconciler<AccountView> Reconciler(List<Drift> drifts)
    {
        var source = new ReconciliationSource<Account, AccountView>(
            _ => Accounts.All(),
            (view, _) => Accounts.Get(view.Id),
            account => EntryOf(ViewOf(account)));
        var store = new ViewStore<AccountView>(
            EntryOf,
            _ => Views.All(),
            (view, _) => Views.Get(view.Id),
            (view, _) => Views.Put(view, view.Version),
            (view, _) => Views.Delete(view.Id, view.Version));
        var options = new ReconciliationOptions { Settle = TimeSpan.Zero, OnDrift = drifts.Add };
        return new Reconciler<AccountView>(source, store, new StoredFormComparer<AccountView, AccountView.Marshaller>(), options);
    }

    private static DerivedEntry<AccountView> EntryOf(AccountView view) => new(view.Id, view.Version, view);

    /// <summary>The version also grows where an account is created again.</summary>
    private static AccountView ViewOf(Account account) =>
        new(account.Id, $"{account.Balance}", (account.CreatedAt.ToUnixTimeMilliseconds() << 20) + account.Count) { Tags = account.Tags };
}
