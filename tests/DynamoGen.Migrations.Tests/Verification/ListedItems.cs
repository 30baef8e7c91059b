using System.Globalization;
using DynamoGen.ItemKeys;
using DynamoGen.Migrations.Verification;

namespace DynamoGen.Migrations.Tests.Verification;

/// <summary>Old and new items as lists of numbers, which are read in one segment and in pages of seven.</summary>
internal sealed class ListedItems : IVerificationItems
{
    /// <summary>A number that is turned into no new item.</summary>
    public const int Unfit = -1;

    private const int PageSize = 7;

    public SortedDictionary<string, int> Source { get; } = new(StringComparer.Ordinal);

    public SortedDictionary<string, int> Target { get; } = new(StringComparer.Ordinal);

    /// <summary>The new keys of old items that are not those of the old ones.</summary>
    public Dictionary<string, string> Renamed { get; } = [];

    public int Scans { get; private set; }

    public int Pairs { get; private set; }

    public Action BeforeRead { get; set; } = static () => { };

    public Task CatchUpAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public void AddBoth(int count)
    {
        for (var number = 0; number < count; number++)
        {
            Write(number.ToString(CultureInfo.InvariantCulture), number);
        }
    }

    public void Write(string key, int? value)
    {
        foreach (var side in new[] { Source, Target })
        {
            side.Remove(key);
            if (value is { } there)
            {
                side.Add(key, there);
            }
        }
    }

    public string NameOf(string hash) =>
        Source.Keys.Concat(Target.Keys).First(key => CanonicalItemHash.Of(new ItemKey(key, null)).ToString("x32", CultureInfo.InvariantCulture) == hash);

    public ValueTask<HashedPage> ReadAsync(
        VerificationSide side, int segment, int segments, string? position, CancellationToken cancellationToken)
    {
        BeforeRead();
        Scans += position is null ? 1 : 0;
        var items = side == VerificationSide.Source ? Source : Target;
        var page = items.Where(item => string.CompareOrdinal(item.Key, position) > 0).Take(PageSize).ToList();
        var fit = page.Where(static item => item.Value != Unfit).Select(item => Hashed(side, item.Key, item.Value)).ToList();
        return ValueTask.FromResult(new HashedPage(page.Count < PageSize ? null : page[^1].Key, fit, page.Count - fit.Count));
    }

    public ValueTask<HashedPair> ReadPairAsync(HashedItem item, CancellationToken cancellationToken)
    {
        Pairs++;
        BeforeRead();
        return ValueTask.FromResult(new HashedPair(item.Source is { } key ? Find(Source, key) : null, Find(Target, item.Target)));
    }

    private HashedItem Hashed(VerificationSide side, string key, int value)
    {
        var source = side == VerificationSide.Source ? new ItemKey(key, null) : default(ItemKey?);
        var target = new ItemKey(source is null ? key : Renamed.GetValueOrDefault(key, key), null);
        return new HashedItem(CanonicalItemHash.Of(target), (UInt128)value, target, source);
    }

    private static UInt128? Find(SortedDictionary<string, int> items, ItemKey key) =>
        items.TryGetValue(key.PartitionKey, out var value) ? (UInt128)value : null;
}
