using DynamoGen.Streams.Tests.Shop;

namespace DynamoGen.Streams.Tests.Hosted;

/// <summary>What workers of one process saw.</summary>
public sealed class SeenOrders
{
    private readonly Dictionary<int, List<string>> _seen = [];
    private TaskCompletionSource _change = new();

    /// <summary>The status of orders that cannot be handled.</summary>
    public string? Refused { get; init; }

    public IReadOnlyList<string> Of(int order)
    {
        lock (_seen)
        {
            return _seen.TryGetValue(order, out var seen) ? [.. seen] : [];
        }
    }

    public void Add(int order, string what)
    {
        lock (_seen)
        {
            if (!_seen.TryGetValue(order, out var seen))
            {
                _seen[order] = seen = [];
            }

            seen.Add(what);
            _change.TrySetResult();
        }
    }

    public async Task UntilAsync(int count, TimeSpan patience)
    {
        while (true)
        {
            Task change;
            lock (_seen)
            {
                if (_seen.Values.Sum(seen => seen.Count) >= count)
                {
                    return;
                }

                _change = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
                change = _change.Task;
            }

            await change.WaitAsync(patience);
        }
    }
}

/// <summary>Writes down the changes of orders.</summary>
[StreamHandler<ShopTable>(Name = "orders-seen")]
public sealed partial class OrdersSeen(SeenOrders seen)
{
    private ValueTask Inserted(Order order) => Saw(order, $"new {order.Status}");

    private ValueTask Modified(Order before, Order after) => Saw(after, $"{before.Status} to {after.Status}");

    private ValueTask Removed(Order order) => Saw(order, $"gone {order.Status}");

    private ValueTask Saw(Order order, string what)
    {
        if (order.Status == seen.Refused)
        {
            throw new InvalidOperationException("The order is refused.");
        }

        seen.Add(order.OrderId, what);
        return default;
    }
}
