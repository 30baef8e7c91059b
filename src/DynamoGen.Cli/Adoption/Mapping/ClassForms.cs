using DynamoGen.Cli.Adoption.Classes;
using DynamoGen.Cli.Adoption.Values;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace DynamoGen.Cli.Adoption.Mapping;

/// <summary>Finds what a type of a mapped class is declared as, so that its values are read and written as the context stores them.</summary>
/// <param name="source">The types of the files.</param>
/// <param name="types">The types that are written for them.</param>
internal sealed class ClassForms(SourceTypes source, WrittenTypes types)
{
    private static readonly string[] Lists =
        ["List", "IList", "ICollection", "IEnumerable", "IReadOnlyList", "IReadOnlyCollection", "Collection", "ObservableCollection"];

    private static readonly string[] Sets = ["HashSet", "ISet", "IReadOnlySet", "SortedSet"];

    private static readonly string[] Dictionaries = ["Dictionary", "IDictionary", "IReadOnlyDictionary", "SortedDictionary"];

    /// <summary>What holds values of any type.</summary>
    private static readonly string[] Untyped = ["object", "Object", "dynamic", "DynamoDBEntry", "Primitive"];

    /// <param name="type">The type; whether it may be null is not looked at.</param>
    /// <param name="from">The type that names it.</param>
    /// <param name="manner">How its class is stored.</param>
    public ValueForm Of(TypeSyntax type, DeclaredType from, StorageManner manner)
    {
        var (bare, name, arguments) = (WithoutNull(type), TypeNames.Last(WithoutNull(type)), TypeNames.Arguments(WithoutNull(type)));
        if (bare is ArrayTypeSyntax { RankSpecifiers: [{ Rank: 1 }] } array)
        {
            return array.ElementType.ToString() is "byte" or "Byte" ? new ValueForm("byte[]", ValueKind.Other) : List(array.ElementType, true, from, manner);
        }

        if (arguments.Count == 0)
        {
            return source.Find(bare, from) is { } declared ? Declared(declared, manner)
                : SimpleForms.Of(name, manner, types) ?? Other(bare, name);
        }

        return arguments switch
        {
            [var element] when Lists.Contains(name) => List(element, name == "List", from, manner),
            [var element] when Sets.Contains(name) => Set(element, from, manner),
            [var key, var value] when Dictionaries.Contains(name) && TypeNames.Last(key) is "string" or "String" => Dictionary(value, from, manner),
            _ => ValueForm.Raw($"'{bare}' has no form that is known; look at a stored value, and declare what it is"),
        };
    }

    /// <summary>A type without the mark of what may be null.</summary>
    public static TypeSyntax WithoutNull(TypeSyntax type) =>
        type is NullableTypeSyntax nullable ? nullable.ElementType
        : TypeNames.Last(type) == "Nullable" && TypeNames.Arguments(type) is [var argument] ? argument
        : type;

    public static bool IsNullable(TypeSyntax type) => WithoutNull(type) != type;

    private ValueForm Declared(DeclaredType declared, StorageManner manner)
    {
        if (declared.IsEnum)
        {
            return new ValueForm(types.Enum(declared), ValueKind.Other, "EnumAsNumber");
        }

        // What derives from a list is stored as one.
        if (declared.Base is { } parent && Lists.Concat(Sets).Concat(Dictionaries).Contains(TypeNames.Last(parent)))
        {
            return Of(parent, declared, manner);
        }

        var derived = declared.Attributes.Select(attribute => new MapperAttribute(attribute))
            .Where(attribute => attribute.Name == "DynamoDBPolymorphicType").ToList();
        return derived.Count > 0 ? Polymorphic(declared.Name, derived)
            : declared.IsAbstract || declared.Parameters.Count > 0
                ? ValueForm.Raw($"'{declared.Name}' is abstract or generic; declare what is stored as a record")
            : new ValueForm(types.Record(declared, manner), ValueKind.Other);
    }

    /// <summary>One of several types, which the item names.</summary>
    public static ValueForm Polymorphic(string type, IReadOnlyList<MapperAttribute> derived)
    {
        var names = derived.Select(attribute => (
                Type: attribute.Positional.OfType<TypeOfExpressionSyntax>().FirstOrDefault()?.Type.ToString(),
                Name: attribute.Positional.FirstOrDefault(argument => argument is not TypeOfExpressionSyntax)?.ToString()))
            .Select(pair => $"[DerivedType<{pair.Type ?? "..."}>({pair.Name ?? "..."})]");
        return ValueForm.Raw(
            $"one of several types; write [Polymorphic(Discriminator = \"$type\")] and {string.Join(", ", names)} at a record '{type}', and declare that");
    }

    private static ValueForm Other(TypeSyntax type, string name) =>
        Untyped.Contains(name) ? ValueForm.Raw($"'{type}' may be anything; declare what it is")
        : name == "Document" ? new ValueForm("Dictionary<string, AttributeValue>", ValueKind.Other, null, false, "a document; declare what it has as a record")
        : ValueForm.Raw($"'{type}' is in no file that was read; read that too, or declare an enum with [EnumAsNumber], and a class as a record");

    /// <summary>The context takes lists and arrays of simple values for sets by its conversion V1.</summary>
    private ValueForm List(TypeSyntax element, bool isPlain, DeclaredType from, StorageManner manner)
    {
        var form = Of(element, from, manner);
        if (form.Type == "AttributeValue")
        {
            return new ValueForm("List<AttributeValue>", ValueKind.Other, null, false, [.. form.Doubts.Select(doubt => "elements: " + doubt)]);
        }

        return manner.IsV1 && isPlain && IsSimple(element, form)
            ? AsSet(form) with { Doubts = [.. form.Doubts, "a list, which the conversion V1 stores as a set: it has no order, and nothing twice"] }
            : form with { Type = $"List<{Element(element, form)}>", Kind = ValueKind.Other };
    }

    private ValueForm Set(TypeSyntax element, DeclaredType from, StorageManner manner)
    {
        var form = Of(element, from, manner);
        return IsSimple(element, form)
            ? AsSet(form)
            : form with
            {
                Type = $"List<{Element(element, form)}>",
                Kind = ValueKind.Other,
                Doubts = [.. form.Doubts, "a set of no simple values; look how it is stored"],
            };
    }

    private static ValueForm AsSet(ValueForm element) => element with { Type = $"HashSet<{element.Type}>", Kind = ValueKind.Other };

    private ValueForm Dictionary(TypeSyntax value, DeclaredType from, StorageManner manner)
    {
        var form = Of(value, from, manner);
        return form with { Type = $"Dictionary<string, {Element(value, form)}>", Kind = ValueKind.Other };
    }

    /// <summary>Whether sets of a type are stored as such: those of enums are lists of numbers.</summary>
    private static bool IsSimple(TypeSyntax type, ValueForm form) =>
        form.Kind == ValueKind.Text || (!IsNullable(type) && (form.Kind != ValueKind.Other || form.Type is "char" or "byte[]"));

    private static string Element(TypeSyntax type, ValueForm form) => IsNullable(type) && form.Type != "AttributeValue" ? form.Type + "?" : form.Type;
}
