using System.Collections.Concurrent;
using System.Globalization;
using System.Text.Json;

namespace DynamoGen.Streams.Tests.Consumers;

/// <summary>Handles a record when the test lets it.</summary>
internal sealed class GatedHandler : IStreamHandler
{
    private readonly SemaphoreSlim _permits = new(0);
    private readonly ConcurrentQueue<int> _begun = new();
    private readonly ConcurrentQueue<int> _handled = new();

    /// <summary>The values whose handling has begun, in order; an attempt counts each time.</summary>
    public IReadOnlyList<int> Begun => [.. _begun];

    public IReadOnlyList<int> Handled => [.. _handled];

    /// <summary>How many attempts fail from now on.</summary>
    public int Failures { get; set; }

    /// <summary>Called where the handling of a record begins.</summary>
    public Action? OnBegun { get; set; }

    /// <summary>Lets as many records be handled.</summary>
    public void Let(int records = 1_000) => _permits.Release(records);

    public async ValueTask HandleAsync(StreamRecord record, CancellationToken cancellationToken)
    {
        using var image = JsonDocument.Parse(record.NewImage);
        var value = int.Parse(image.RootElement.GetProperty("value").GetProperty("N").GetString()!, CultureInfo.InvariantCulture);
        _begun.Enqueue(value);
        OnBegun?.Invoke();
        await _permits.WaitAsync(cancellationToken);
        if (Failures > 0)
        {
            Failures--;
            throw new InvalidOperationException("The script says so.");
        }

        _handled.Enqueue(value);
    }
}
