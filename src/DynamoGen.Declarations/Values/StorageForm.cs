using DynamoGen.Declarations.Symbols;
using Microsoft.CodeAnalysis;

namespace DynamoGen.Declarations.Values;

/// <summary>
/// How the attributes of one property ask for its values to be stored. It follows the property's type into collections and tuples, and remembers what
/// was of use.
/// </summary>
internal sealed class StorageForm
{
    private readonly Dictionary<string, AttributeData> _unused = [];

    private StorageForm(Func<string, AttributeData?> find)
    {
        foreach (var name in new[] { DeclarationAttributes.EpochSeconds, DeclarationAttributes.TimeToLive, DeclarationAttributes.EpochMilliseconds,
            DeclarationAttributes.IsoMilliseconds, DeclarationAttributes.EnumAsNumber, DeclarationAttributes.Converter })
        {
            if (find(name) is { } attribute)
            {
                _unused.Add(name, attribute);
            }
        }

        IsEpochSeconds = _unused.ContainsKey(DeclarationAttributes.EpochSeconds) || _unused.ContainsKey(DeclarationAttributes.TimeToLive);
        IsEpochMilliseconds = _unused.ContainsKey(DeclarationAttributes.EpochMilliseconds);
        IsIsoMilliseconds = _unused.ContainsKey(DeclarationAttributes.IsoMilliseconds);
        IsEnumAsNumber = _unused.ContainsKey(DeclarationAttributes.EnumAsNumber);
        Converter = _unused.TryGetValue(DeclarationAttributes.Converter, out var converter) ? Converters.TypeOf(converter) : null;
    }

    /// <summary>No wishes.</summary>
    public static StorageForm None { get; } = new(_ => null);

    public bool IsEpochSeconds { get; }

    public bool IsEpochMilliseconds { get; }

    public bool IsIsoMilliseconds { get; }

    public bool IsEnumAsNumber { get; }

    public INamedTypeSymbol? Converter { get; }

    /// <summary>The attributes that nothing in the property's type took notice of.</summary>
    public IEnumerable<AttributeData> Unused => _unused.Values;

    public static StorageForm Of(IPropertySymbol property) => new(property.Mark);

    public static StorageForm Of(IParameterSymbol parameter) => new(name => parameter.Attribute(name));

    public void Use(string attribute) => _unused.Remove(attribute);
}
