using DynamoGen.Testing;

namespace HelpDesk.Tests;

/// <summary>What the tour says of each stop, and what is stored behind it, where nothing goes wrong.</summary>
public sealed class UndisturbedTour : IAsyncLifetime
{
    public IReadOnlyList<string> Texts { get; private set; } = [];

    public IReadOnlyList<string> Items { get; private set; } = [];

    public async ValueTask InitializeAsync()
    {
        await using var desk = await FaultyDesk.CreateAsync(new FaultPlan(seed: 0), visited: 0);
        var texts = new List<string>();
        foreach (var stop in desk.Stops)
        {
            texts.Add(await stop.Visit());
        }

        (Texts, Items) = (texts, await desk.ItemsAsync());
    }

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;
}
