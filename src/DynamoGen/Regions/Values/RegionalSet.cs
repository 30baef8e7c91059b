using System.Collections;
using System.ComponentModel;
using System.Diagnostics.CodeAnalysis;
using System.Runtime.CompilerServices;

namespace DynamoGen.Regions.Values;

/// <summary>Creates sets of regions, as from <c>["new", "urgent"]</c>.</summary>
public static class RegionalSet
{
    /// <summary>A set of elements that the next write adds in its region.</summary>
    /// <typeparam name="T">The type of the elements.</typeparam>
    /// <param name="elements">The elements.</param>
    public static RegionalSet<T> Create<T>(ReadOnlySpan<T> elements)
        where T : notnull => default(RegionalSet<T>).With(elements);
}

/// <summary>
/// A set that every region of a global table may add to and remove from, each in an attribute of its own. Where one region removes an element that another one
/// adds at the same time, the element stays: only those additions are removed that whoever removes it has read.
/// </summary>
/// <typeparam name="T">The type of the elements: what can be the key of a dictionary that is stored.</typeparam>
/// <remarks>
/// It is changed by <see cref="With"/> and <see cref="Without"/>, which return another set, and stored by any write of the entity, or by an
/// <c>[Update("SET Tags = {tags}")]</c>. An element that was ever in it keeps an entry. See
/// <see href="https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/V2globaltables_HowItWorks.html">how global tables work</see>.
/// </remarks>
[CollectionBuilder(typeof(RegionalSet), nameof(RegionalSet.Create))]
public readonly struct RegionalSet<T> : IReadOnlyCollection<T>, IEquatable<RegionalSet<T>>
    where T : notnull
{
    private readonly KeyValuePair<string, Dictionary<T, Dictionary<string, long>>>[]? _parts;

    /// <summary>The elements that were added (true) or removed and not yet written; null for none.</summary>
    private readonly Dictionary<T, bool>? _changes;

    private RegionalSet(KeyValuePair<string, Dictionary<T, Dictionary<string, long>>>[]? parts, Dictionary<T, bool>? changes) =>
        (_parts, _changes) = (parts, changes);

    /// <summary>How many elements it has.</summary>
    public int Count => Elements().Count;

    private KeyValuePair<string, Dictionary<T, Dictionary<string, long>>>[] Parts => _parts ?? [];

    private Dictionary<T, bool> Changes => _changes ?? [];

    /// <summary>Compares two sets by their elements.</summary>
    /// <param name="left">The one.</param>
    /// <param name="right">The other.</param>
    public static bool operator ==(RegionalSet<T> left, RegionalSet<T> right) => left.Equals(right);

    /// <summary>Compares two sets by their elements.</summary>
    /// <param name="left">The one.</param>
    /// <param name="right">The other.</param>
    public static bool operator !=(RegionalSet<T> left, RegionalSet<T> right) => !left.Equals(right);

    /// <summary>The same with more elements. The next write adds them in its region, also those that the set has already.</summary>
    /// <param name="elements">The elements.</param>
    public RegionalSet<T> With(params ReadOnlySpan<T> elements) => Changed(elements, isAdded: true);

    /// <summary>The same without elements. The next write removes in its region those additions of them that were read.</summary>
    /// <param name="elements">The elements; those that the set does not have change nothing.</param>
    public RegionalSet<T> Without(params ReadOnlySpan<T> elements) => Changed(elements, isAdded: false);

    /// <summary>Whether it has an element.</summary>
    /// <param name="element">The element.</param>
    public bool Contains(T element) => Changes.TryGetValue(element, out var isAdded) ? isAdded : RegionalAdditions.AreLeft(Parts, element);

    /// <summary>Yields the elements, in no order.</summary>
    public IEnumerator<T> GetEnumerator() => Elements().GetEnumerator();

    /// <inheritdoc/>
    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();

    /// <summary>Whether a region has a part. Generated code calls it.</summary>
    /// <param name="region">The region's system name.</param>
    [EditorBrowsable(EditorBrowsableState.Never)]
    public bool Has(string region) => RegionalParts.Of(_parts, region) is not null;

    /// <summary>The part of a region: what it says of each element that it added or removed. Generated code calls it.</summary>
    /// <param name="region">The region's system name.</param>
    [EditorBrowsable(EditorBrowsableState.Never)]
    public Dictionary<T, Dictionary<string, long>> Of(string region) => RegionalParts.Of(_parts, region) ?? [];

    /// <summary>The same with another part of a region. Generated code calls it.</summary>
    /// <param name="region">The region's system name.</param>
    /// <param name="part">The part.</param>
    [EditorBrowsable(EditorBrowsableState.Never)]
    public RegionalSet<T> WithPart(string region, Dictionary<T, Dictionary<string, long>> part) => new(RegionalParts.With(_parts, region, part), _changes);

    /// <summary>The same as a region writes it, with what was added and removed in its part. Generated code calls it.</summary>
    /// <param name="region">The region that writes.</param>
    /// <param name="now">The time of the write.</param>
    /// <param name="declared">The regions of the table.</param>
    /// <exception cref="InvalidOperationException">It is no region of the table.</exception>
    [EditorBrowsable(EditorBrowsableState.Never)]
    public RegionalSet<T> Written(string region, DateTimeOffset now, params ReadOnlySpan<string> declared)
    {
        RegionalParts.Writer(region, declared);
        if (Changes.Count == 0)
        {
            return this;
        }

        var part = new Dictionary<T, Dictionary<string, long>>(Of(region));
        foreach (var (element, isAdded) in Changes)
        {
            Dictionary<string, long> entry = part.TryGetValue(element, out var known) ? new(known) : [];
            entry = isAdded ? RegionalAdditions.Add(Parts, element, entry, now) : RegionalAdditions.Remove(Parts, element, entry);
            if (entry.Count > 0)
            {
                part[element] = entry;
            }
        }

        return new(RegionalParts.With(_parts, region, part), changes: null);
    }

    /// <inheritdoc/>
    public bool Equals(RegionalSet<T> other) => Elements().SetEquals(other.Elements());

    /// <inheritdoc/>
    public override bool Equals([NotNullWhen(true)] object? obj) => obj is RegionalSet<T> other && Equals(other);

    /// <inheritdoc/>
    public override int GetHashCode() => Elements().Aggregate(0, static (hash, element) => hash ^ element.GetHashCode());

    /// <summary>Returns the elements' texts.</summary>
    public override string ToString() => string.Join(", ", this);

    private RegionalSet<T> Changed(ReadOnlySpan<T> elements, bool isAdded)
    {
        var changes = new Dictionary<T, bool>(Changes);
        foreach (var element in elements)
        {
            changes[element] = isAdded;
        }

        return new(_parts, changes);
    }

    private HashSet<T> Elements()
    {
        var set = this;
        return [.. Parts.SelectMany(static part => part.Value.Keys).Concat(Changes.Keys).Where(element => set.Contains(element))];
    }
}
