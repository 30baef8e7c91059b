using DynamoGen.Analyzers.Libraries;
using DynamoGen.Analyzers.Requests;
using Microsoft.CodeAnalysis;

namespace DynamoGen.Analyzers.Writes;

/// <summary>An item that one part of a batch or transaction writes or reads, as far as the code shows it.</summary>
internal sealed class GivenItem
{
    private static readonly string[] ValueTypes = ["S", "N", "B"];

    private readonly SdkSymbols _sdk;
    private readonly IOperation? _table;
    private readonly Dictionary<string, IOperation>? _attributes;

    private GivenItem(IOperation part, IOperation? table, IOperation given, bool isKey, SdkSymbols sdk)
    {
        _sdk = sdk;
        _table = table;
        Part = part;
        Given = given;
        IsKey = isKey;
        _attributes = AttributesOf(given);
    }

    /// <summary>The element of the list.</summary>
    public IOperation Part { get; }

    /// <summary>The dictionary of the key, or of the item.</summary>
    public IOperation Given { get; }

    /// <summary>Whether <see cref="Given"/> has the attributes of the key and no others.</summary>
    public bool IsKey { get; }

    /// <summary>The names of the attributes, or null where they are not all visible.</summary>
    public IReadOnlyCollection<string>? Names => _attributes?.Keys;

    /// <summary>The name of the table, or null.</summary>
    public string? TableName => _table is null ? null : ConstantText.Of(_table);

    /// <summary>Reads an action, the request in it, and what the request has of the item.</summary>
    /// <param name="part">The element of the list, such as a <c>TransactWriteItem</c>.</param>
    /// <param name="actions">The properties of the element that hold a request.</param>
    /// <param name="table">The table; null where the request names it.</param>
    /// <param name="sdk">The SDK.</param>
    public static GivenItem? Of(IOperation part, string[] actions, IOperation? table, SdkSymbols sdk)
    {
        if (VisibleObject.From(part, sdk) is not { IsWhole: true } element
            || actions.Where(element.Sets).ToList() is not { Count: 1 } set
            || element.CertainValueOf(set[0]) is not { } value
            || VisibleObject.From(value, sdk) is not { IsWhole: true } request
            || (table ?? request.CertainValueOf("TableName")) is not { } name)
        {
            return null;
        }

        return request.CertainValueOf("Key") is { } key ? new GivenItem(part, name, key, isKey: true, sdk)
            : request.CertainValueOf("Item") is { } item ? new GivenItem(part, name, item, isKey: false, sdk)
            : null;
    }

    /// <summary>A key that stands in the list itself.</summary>
    public static GivenItem OfKey(IOperation key, SdkSymbols sdk) => new(key, null, key, isKey: true, sdk);

    /// <summary>Whether both are of one table for certain.</summary>
    public bool IsInTableOf(GivenItem other) => _table is null ? other._table is null : other._table is not null && SameValue.Is(_table, other._table);

    /// <summary>Whether both have the same values for certain in some attributes.</summary>
    public bool Agrees(GivenItem other, IReadOnlyCollection<string> names) =>
        names.Count > 0
        && names.All(name => _attributes is not null && other._attributes is not null
            && _attributes.TryGetValue(name, out var one) && other._attributes.TryGetValue(name, out var same) && AreSame(one, same));

    private Dictionary<string, IOperation>? AttributesOf(IOperation dictionary)
    {
        var collection = VisibleCollection.Of(dictionary, _sdk);
        if (collection.Count is null or 0)
        {
            return null;
        }

        var attributes = new Dictionary<string, IOperation>(StringComparer.Ordinal);
        foreach (var entry in collection.Entries)
        {
            if (entry.Key is null || ConstantText.Of(entry.Key) is not { } name || attributes.ContainsKey(name))
            {
                return null;
            }

            attributes.Add(name, entry.Value);
        }

        return attributes;
    }

    /// <summary>Whether two attribute values are the same object, or are made of the same value.</summary>
    private bool AreSame(IOperation one, IOperation other) =>
        SameValue.Is(one, other)
        || (VisibleObject.From(one, _sdk) is { IsWhole: true } first
            && VisibleObject.From(other, _sdk) is { IsWhole: true } second
            && ValueTypes.Where(first.Sets).ToList() is { Count: 1 } types
            && ValueTypes.Where(second.Sets).SequenceEqual(types)
            && first.CertainValueOf(types[0]) is { } text
            && second.CertainValueOf(types[0]) is { } same
            && SameValue.Is(text, same));
}
