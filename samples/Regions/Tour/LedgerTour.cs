using DynamoGen;
using DynamoGen.Testing;
using OrdersEverywhere.Ledger;

namespace OrdersEverywhere.Tour;

/// <summary>A failover, rehearsed: the region that writes a table is out of sight and writes on, another one takes over, and later it goes back.</summary>
/// <param name="regions">The regions.</param>
/// <param name="all">The applications of all regions, of which the first one writes the table at first.</param>
/// <param name="screen">Shows what happens.</param>
internal sealed class LedgerTour(SimulatedRegions regions, IReadOnlyList<Region> all, Screen screen)
{
    private const string Owner = "ALFKI";

    private Region Old => all[0];

    private Region New => all[1];

    /// <summary>Goes through it.</summary>
    /// <returns>Whether it ended as it should.</returns>
    public async Task<bool> RunAsync(CancellationToken cancellationToken)
    {
        screen.Chapter("A ledger that one region writes, and a failover");
        await New.Ledger.Put(new Account(Owner, 100));
        await regions.ReplicateAsync(cancellationToken: cancellationToken);
        screen.Say($"{New.Name} has put an account; the request went to {Old.Name}, which writes this table.");

        regions.Isolate(Old.Name);
        screen.Say($"{Old.Name} is out of sight. Nothing moves the writes by itself; somebody decides to:");
        var writer = await New.Failover.FailOverAsync<LedgerTable>(New.Name, cancellationToken);
        screen.Say($"The writer is {writer.Region} now, in the epoch {writer.Epoch.Value}.");
        await New.Ledger.Update(Owner, 11);
        screen.Say($"{New.Name} has added 11.");

        // Its clock is ahead, so that its write is the last one.
        regions.SetClockOffset(Old.Name, TimeSpan.FromMinutes(1));
        await Old.Ledger.Update(Owner, 1_000);
        await ShowAsync($"{Old.Name} does not know yet, and has added 1000 to its own copy:", cancellationToken);

        regions.HealAll();
        regions.SetClockOffset(Old.Name, TimeSpan.Zero);
        var isSettled = await SettleAsync(111, cancellationToken);
        await ShowAsync(
            "They see each other again. The old write was the last one, and won; its epoch is older, and the guard has put the account back:", cancellationToken);
        var isFenced = await IsRefusedAsync();

        await New.Failover.FailOverAsync<LedgerTable>(Old.Name, cancellationToken);
        await New.Ledger.Update(Owner, 5);
        var isBack = await SettleAsync(116, cancellationToken);
        await ShowAsync($"Back again: {New.Name} has added 5, and the request went to {Old.Name}.", cancellationToken);
        return isSettled && isFenced && isBack;
    }

    /// <summary>A process that has not heard of the failover is told by the item itself.</summary>
    private async Task<bool> IsRefusedAsync()
    {
        try
        {
            await Old.Ledger.Update(Owner, 1_000);
            screen.Say($"{Old.Name} has heard of the failover meanwhile, and its request went to {New.Name}.");
            await New.Ledger.Update(Owner, -1_000);
            return true;
        }
        catch (WrongRegionException refused)
        {
            screen.Say($"{Old.Name} tries once more, and is refused: {refused.Message}");
            return true;
        }
    }

    /// <summary>Replicates until the guards have nothing to put back any more.</summary>
    private async Task<bool> SettleAsync(decimal balance, CancellationToken cancellationToken)
    {
        for (var left = 600; left > 0; left--)
        {
            await regions.ReplicateAsync(cancellationToken: cancellationToken);
            var balances = await Task.WhenAll(all.Select(async region => (await region.Ledger.Get(Owner))!.Balance));
            if (balances.All(found => found == balance) && await regions.HaveConvergedAsync())
            {
                return true;
            }

            await Task.Delay(100, cancellationToken);
        }

        return false;
    }

    private async Task ShowAsync(string title, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        var accounts = new List<(string Region, Account Account)>();
        foreach (var region in all)
        {
            accounts.Add((region.Name, (await region.Ledger.Get(Owner))!));
        }

        screen.Accounts(title, accounts);
    }
}
