using DynamoGen.Testing;
using OrdersEverywhere.Orders;

namespace OrdersEverywhere.Tour;

/// <summary>One order is edited in two regions that do not see each other: what is lost, how it is seen, and how it is merged.</summary>
/// <param name="regions">The regions.</param>
/// <param name="america">The application of one region.</param>
/// <param name="europe">The application of another.</param>
/// <param name="screen">Shows what happens.</param>
internal sealed class OrderTour(SimulatedRegions regions, Region america, Region europe, Screen screen)
{
    private const int Number = 4711;

    /// <summary>Goes through it.</summary>
    /// <returns>Whether it ended as it should.</returns>
    public async Task<bool> RunAsync(CancellationToken cancellationToken)
    {
        screen.Chapter("One order, edited in two regions");
        await america.Orders.Put(new Order(Number, "12 Main Street", ["coffee"]));
        await regions.ReplicateAsync(cancellationToken: cancellationToken);
        screen.Say($"Order {Number} was put in {america.Name}, and is in every region.");

        regions.Partition(america.Name, europe.Name);
        screen.Say($"{america.Name} and {europe.Name} do not see each other now.");
        var read = (await america.Orders.Get(Number))!;
        await america.Orders.Put(read with { Lines = [.. read.Lines, "tea"] });
        read = (await europe.Orders.Get(Number))!;
        await europe.Orders.Put(read with { Address = "3 High Street", Lines = [.. read.Lines, "milk"] });
        await ShowAsync("Both have written the order that they had read:");

        regions.HealAll();
        await regions.ReplicateAsync(cancellationToken: cancellationToken);
        await ShowAsync("They see each other again. The last writer has won, and tea is gone; DynamoDB tells nobody:");

        screen.Say($"The stream of {america.Name} shows it: the write that stands was based on another version than the one that it replaced.");
        var merged = await UntilAsync(async () => (await america.Orders.Get(Number))!.Lines.Contains("tea"), cancellationToken);
        await regions.ReplicateAsync(cancellationToken: cancellationToken);
        await ShowAsync("The handler has merged both, by a write that is based on the one that stands:");
        var (one, other) = ((await america.Orders.Get(Number))!, (await europe.Orders.Get(Number))!);
        return merged && one.Lines.Order().SequenceEqual(["coffee", "milk", "tea"]) && one.Address == "3 High Street" && one.Mark == other.Mark;
    }

    private async Task ShowAsync(string title)
    {
        var orders = new List<(string Region, Order Order)>();
        foreach (var region in new[] { america, europe })
        {
            orders.Add((region.Name, (await region.Orders.Get(Number))!));
        }

        screen.Orders(title, orders);
    }

    private static async Task<bool> UntilAsync(Func<Task<bool>> isDone, CancellationToken cancellationToken)
    {
        for (var left = 600; left > 0; left--)
        {
            if (await isDone())
            {
                return true;
            }

            await Task.Delay(100, cancellationToken);
        }

        return false;
    }
}
