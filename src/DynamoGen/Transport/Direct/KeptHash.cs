using System.Security.Cryptography;

namespace DynamoGen.Transport.Direct;

/// <summary>
/// Computes hashes by a state that is kept for the next one, one for each processor: setting a state up takes longer than what a request hashes. Safe for
/// use by several threads at once.
/// </summary>
/// <param name="create">Makes a state, where none is free.</param>
internal sealed class KeptHash(Func<IncrementalHash> create)
{
    private readonly IncrementalHash?[] _kept = new IncrementalHash?[Environment.ProcessorCount];

    /// <summary>Computes one hash; of a state that fails nothing is kept.</summary>
    public void Compute(ReadOnlySpan<byte> text, Span<byte> hash)
    {
        ref var place = ref _kept[(uint)Thread.GetCurrentProcessorId() % (uint)_kept.Length];
        var state = Interlocked.Exchange(ref place, null) ?? create();
        state.AppendData(text);
        state.GetHashAndReset(hash);
        Interlocked.Exchange(ref place, state)?.Dispose();
    }
}
