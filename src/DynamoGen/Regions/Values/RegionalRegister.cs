using System.ComponentModel;
using System.Diagnostics.CodeAnalysis;

namespace DynamoGen.Regions.Values;

/// <summary>
/// A value that every region of a global table may set, each in an attribute of its own: the one that was set last is the value, and none that was set is
/// overwritten by a write of anything else in the item.
/// </summary>
/// <typeparam name="T">The type of the value.</typeparam>
/// <remarks>
/// It is set by <see cref="Set"/> and stored by any write of the entity, or by an <c>[Update("SET Name = {name}")]</c>. The last is so by the clocks of the
/// programs that write, but later than all that they had read; of equal times that of the region whose name is last. See
/// <see href="https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/V2globaltables_HowItWorks.html">how global tables work</see>.
/// </remarks>
public readonly struct RegionalRegister<T> : IEquatable<RegionalRegister<T>>
{
    private readonly KeyValuePair<string, Part>[]? _parts;

    /// <summary>What was set and not yet written, or null.</summary>
    private readonly Part? _given;

    private RegionalRegister(KeyValuePair<string, Part>[]? parts, Part? given) => (_parts, _given) = (parts, given);

    /// <summary>The value that was set last; the default where none was.</summary>
    public T? Value => Latest is { } latest ? latest.Value : default;

    /// <summary>Whether any region has set it.</summary>
    public bool HasValue => Latest is not null;

    private Part? Latest => _given ?? Stored;

    private Part? Stored => (_parts ?? []).Select(static part => part.Value).Aggregate(default(Part), static (last, part) => last?.At > part.At ? last : part);

    /// <summary>Compares two registers by their values.</summary>
    /// <param name="left">The one.</param>
    /// <param name="right">The other.</param>
    public static bool operator ==(RegionalRegister<T> left, RegionalRegister<T> right) => left.Equals(right);

    /// <summary>Compares two registers by their values.</summary>
    /// <param name="left">The one.</param>
    /// <param name="right">The other.</param>
    public static bool operator !=(RegionalRegister<T> left, RegionalRegister<T> right) => !left.Equals(right);

    /// <summary>The same with another value, which the next write stores as the part of its region.</summary>
    /// <param name="value">The value.</param>
    public RegionalRegister<T> Set(T value) => new(_parts, new Part(0, value));

    /// <summary>Whether a region has a part. Generated code calls it.</summary>
    /// <param name="region">The region's system name.</param>
    [EditorBrowsable(EditorBrowsableState.Never)]
    public bool Has(string region) => RegionalParts.Of(_parts, region) is not null;

    /// <summary>The part of a region: when it was set, in microseconds since 1970, and the value. Generated code calls it.</summary>
    /// <param name="region">The region's system name.</param>
    /// <exception cref="InvalidOperationException">The region has none.</exception>
    [EditorBrowsable(EditorBrowsableState.Never)]
    public (long At, T Value) Of(string region) => RegionalParts.Of(_parts, region) is { } part
        ? (part.At, part.Value)
        : throw new InvalidOperationException($"A register that no region has set is written in '{region}': Set its value first.");

    /// <summary>The same with another part of a region. Generated code calls it.</summary>
    /// <param name="region">The region's system name.</param>
    /// <param name="part">The part.</param>
    [EditorBrowsable(EditorBrowsableState.Never)]
    public RegionalRegister<T> WithPart(string region, (long At, T Value) part) =>
        new(RegionalParts.With(_parts, region, new Part(part.At, part.Value)), _given);

    /// <summary>The same as a region writes it, with what was set as its part. Generated code calls it.</summary>
    /// <param name="region">The region that writes.</param>
    /// <param name="now">The time of the write.</param>
    /// <param name="declared">The regions of the table.</param>
    /// <exception cref="InvalidOperationException">It is no region of the table.</exception>
    [EditorBrowsable(EditorBrowsableState.Never)]
    public RegionalRegister<T> Written(string region, DateTimeOffset now, params ReadOnlySpan<string> declared)
    {
        RegionalParts.Writer(region, declared);
        var part = _given is { } given ? new Part(RegionalParts.After(now, Stored?.At ?? 0), given.Value) : RegionalParts.Of(_parts, region) ?? Stored;
        return part is null ? this : new(RegionalParts.With(_parts, region, part), given: null);
    }

    /// <inheritdoc/>
    public bool Equals(RegionalRegister<T> other) => HasValue == other.HasValue && EqualityComparer<T?>.Default.Equals(Value, other.Value);

    /// <inheritdoc/>
    public override bool Equals([NotNullWhen(true)] object? obj) => obj is RegionalRegister<T> other && Equals(other);

    /// <inheritdoc/>
    public override int GetHashCode() => Value?.GetHashCode() ?? 0;

    /// <summary>Returns the value's text.</summary>
    public override string? ToString() => Value?.ToString();

    private sealed record Part(long At, T Value);
}
