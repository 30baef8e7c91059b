using System.ComponentModel;
using System.Text;

namespace DynamoGen.Streams.Dispatch;

/// <summary>The properties of an entity by the attributes that hold them. Generated code makes one for each entity.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed class PropertyTable
{
    private readonly Dictionary<string, int> _byAttribute = new(StringComparer.Ordinal);
    private readonly string[] _names;
    private readonly int? _rest;

    /// <summary>Lists the properties.</summary>
    /// <param name="rest">The property that holds all attributes that no other one does, or null.</param>
    /// <param name="passedOver">The attributes that belong to no property: keys, index keys and marks.</param>
    /// <param name="properties">The properties in order, each with its attribute; one of several attributes as often as it has any.</param>
    public PropertyTable(string? rest, string[] passedOver, params (string Property, string Attribute)[] properties)
    {
        ArgumentNullException.ThrowIfNull(passedOver);
        ArgumentNullException.ThrowIfNull(properties);
        foreach (var attribute in passedOver)
        {
            _byAttribute[attribute] = -1;
        }

        var names = properties.Select(static property => property.Property).Distinct().ToArray();
        foreach (var (property, attribute) in properties)
        {
            _byAttribute[attribute] = Array.IndexOf(names, property);
        }

        _rest = rest is null ? null : names.Length;
        _names = [.. names, .. rest is null ? [] : new[] { rest }];
    }

    internal int Count => _names.Length;

    internal string Name(int property) => _names[property];

    /// <summary>The number of the property that holds an attribute, or -1.</summary>
    internal int IndexOf(ReadOnlySpan<byte> attribute)
    {
        Span<char> chars = stackalloc char[256];
        var name = attribute.Length <= chars.Length ? chars[..Encoding.UTF8.GetChars(attribute, chars)] : Encoding.UTF8.GetString(attribute).AsSpan();
        return _byAttribute.GetAlternateLookup<ReadOnlySpan<char>>().TryGetValue(name, out var property) ? property : _rest ?? -1;
    }
}
