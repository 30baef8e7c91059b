namespace DynamoGen.Migrations.Verification;

/// <summary>
/// Of each part of the keys, how many items either side has, and the sum of their hashes: the same for the same items, in whatever order they came.
/// </summary>
/// <param name="count">How many parts.</param>
internal sealed class BucketSums(int count)
{
    private readonly Lock _gate = new();
    private readonly Sum[] _source = new Sum[count];
    private readonly Sum[] _target = new Sum[count];

    /// <summary>How many old items cannot be turned into new ones.</summary>
    public long Failed { get; private set; }

    /// <summary>How many parts differ.</summary>
    public int Differing => Enumerable.Range(0, count).Count(bucket => _source[bucket] != _target[bucket]);

    /// <summary>How many items of one side were added.</summary>
    public long CountOf(VerificationSide side) => SumsOf(side).Sum(static sum => sum.Items);

    public void Add(VerificationSide side, HashedPage page)
    {
        lock (_gate)
        {
            Failed += page.Failed;
            foreach (var item in page.Items)
            {
                ref var sum = ref SumsOf(side)[BucketOf(item.Key)];
                sum = new Sum(sum.Items + 1, unchecked(sum.Content + item.Content));
            }
        }
    }

    /// <summary>Whether the part of a key differs.</summary>
    public bool Differs(UInt128 key) => BucketOf(key) is var bucket && _source[bucket] != _target[bucket];

    private Sum[] SumsOf(VerificationSide side) => side == VerificationSide.Source ? _source : _target;

    private int BucketOf(UInt128 key) => (int)(key % (UInt128)count);

    private readonly record struct Sum(long Items, UInt128 Content);
}
