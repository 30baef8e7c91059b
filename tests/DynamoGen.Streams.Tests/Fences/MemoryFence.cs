using DynamoGen.ItemKeys;
using DynamoGen.Streams.Fences;

namespace DynamoGen.Streams.Tests.Fences;

/// <summary>
/// A fence in memory, for workers of one process. It is no part of the library: where instances have one each, an instance that gets an older change again
/// undoes what another did, and the one that handled the newer change before does not do it again.
/// </summary>
internal sealed class MemoryFence : IStreamFence
{
    private readonly Dictionary<(string Handler, string Key), SequenceNumber> _passed = [];

    public ValueTask<bool> HasPassedAsync(string handler, StreamChange change, CancellationToken cancellationToken = default)
    {
        lock (_passed)
        {
            return new(_passed.TryGetValue(Key(handler, change), out var passed) && passed >= change.SequenceNumber);
        }
    }

    public ValueTask PassAsync(string handler, StreamChange change, CancellationToken cancellationToken = default)
    {
        lock (_passed)
        {
            if (!_passed.TryGetValue(Key(handler, change), out var passed) || passed < change.SequenceNumber)
            {
                _passed[Key(handler, change)] = change.SequenceNumber;
            }

            return default;
        }
    }

    private static (string Handler, string Key) Key(string handler, StreamChange change) => (handler, KeyText.Read(change.Keys.Span));
}
