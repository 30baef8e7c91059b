using DynamoGen.Declarations.Symbols;
using Microsoft.CodeAnalysis;

namespace DynamoGen.Declarations.Patterns;

/// <summary>What a method says that it does: by an attribute, or else by the word that its name begins with.</summary>
/// <param name="Write">How it writes; null where it says nothing of that.</param>
/// <param name="Read">How it reads; null where it says nothing of that.</param>
/// <param name="IsDeclared">Whether an attribute says so, so that the name means nothing.</param>
internal sealed record MethodVerb(WriteVerb? Write, ReadVerb? Read, bool IsDeclared)
{
    private static readonly Dictionary<string, MethodVerb> Declared = new()
    {
        [DeclarationAttributes.Get] = Reads(ReadVerb.Get),
        [DeclarationAttributes.Query] = Reads(ReadVerb.Query),
        [DeclarationAttributes.Exists] = Reads(ReadVerb.Exists),
        [DeclarationAttributes.Put] = Writes(WriteVerb.Put),
        [DeclarationAttributes.Upsert] = Writes(WriteVerb.Upsert),
        [DeclarationAttributes.Create] = Writes(WriteVerb.Create),
        [DeclarationAttributes.Replace] = Writes(WriteVerb.Replace),
        [DeclarationAttributes.Delete] = Writes(WriteVerb.Delete),
        [DeclarationAttributes.Check] = Writes(WriteVerb.Check),
    };

    /// <summary>The metadata names of the attributes that say what a method does.</summary>
    public static IEnumerable<string> Attributes => Declared.Keys;

    /// <summary>The verb as it is written in brackets.</summary>
    public string Name => Write?.ToString() ?? Read.ToString();

    /// <summary>The attributes of a method that say what it does; of more than one, they say different things.</summary>
    public static IReadOnlyList<AttributeData> AttributesOf(IMethodSymbol method) =>
        [.. method.GetAttributes().Where(attribute => attribute.AttributeClass is { } type && Declared.ContainsKey(TypeNames.MetadataName(type)))];

    public static MethodVerb Of(IMethodSymbol method)
    {
        if (AttributesOf(method).FirstOrDefault() is { } attribute)
        {
            return Declared[TypeNames.MetadataName(attribute.AttributeClass!)];
        }

        if (method.Has(DeclarationAttributes.Update))
        {
            return Writes(WriteVerbs.Of(method.Name) == WriteVerb.Upsert ? WriteVerb.Upsert : WriteVerb.Update);
        }

        return new MethodVerb(
            WriteVerbs.Of(method.Name), MethodWords.BeginsWith(method.Name, nameof(ReadVerb.Exists)) ? ReadVerb.Exists : null, IsDeclared: false);
    }

    private static MethodVerb Reads(ReadVerb verb) => new(null, verb, IsDeclared: true);

    private static MethodVerb Writes(WriteVerb verb) => new(verb, null, IsDeclared: true);
}

/// <summary>How a method says that it reads.</summary>
internal enum ReadVerb
{
    Get,
    Query,
    Exists,
}
