using System.IO.Hashing;
using System.Text;

namespace DynamoGen.Streams.Reconciliation;

/// <summary>Tells which ids belong to a sample: the same ones in each run.</summary>
internal readonly struct KeySample
{
    private readonly UInt128 _bound;
    private readonly long _seed;

    public KeySample(double share, long seed)
    {
        if (!(share is >= 0 and <= 1))
        {
            throw new ArgumentOutOfRangeException(nameof(share), share, "A share is from 0 to 1.");
        }

        // The whole range is one more than a hash can be.
        _bound = (UInt128)(share * ulong.MaxValue) + (share is 1 ? 1u : 0u);
        _seed = seed;
    }

    public bool Has(string id) => XxHash64.HashToUInt64(Encoding.UTF8.GetBytes(id), _seed) < _bound;

    /// <summary>Stands for an id in a set of many.</summary>
    public static UInt128 Identity(string id) => XxHash128.HashToUInt128(Encoding.UTF8.GetBytes(id));
}
