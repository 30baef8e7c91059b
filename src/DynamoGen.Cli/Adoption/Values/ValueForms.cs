using Amazon.DynamoDBv2.Model;
using DynamoGen.Cli.Adoption.Names;

namespace DynamoGen.Cli.Adoption.Values;

/// <summary>Finds the types of sampled values, with a record for each map whose names are those of properties.</summary>
/// <param name="types">The names of the file's types.</param>
internal sealed class ValueForms(NameSet types)
{
    /// <summary>From how many different names on maps are dictionaries.</summary>
    private const int MostProperties = 40;

    private readonly List<NestedRecord> _records = [];

    /// <summary>The records that maps are read as, so far.</summary>
    public IReadOnlyList<NestedRecord> Records => _records;

    /// <param name="values">All sampled values.</param>
    /// <param name="owner">The type that has the property.</param>
    /// <param name="attribute">Where they are stored.</param>
    /// <param name="mayBeTime">Whether numbers may be times.</param>
    public ValueForm Of(IReadOnlyList<AttributeValue> values, string owner, string attribute, bool mayBeTime = true)
    {
        var present = values.Where(value => value.NULL != true).ToList();
        if (present.Count == 0)
        {
            return ValueForm.Raw("nothing but NULL");
        }

        var kinds = present.GroupBy(AttributeKinds.Of).OrderByDescending(kind => kind.Count()).ToList();
        if (kinds.Count > 1)
        {
            return ValueForm.Raw($"mixed types: {string.Join(", ", kinds.Select(kind => FormattableString.Invariant($"{kind.Key} {kind.Count()} times")))}");
        }

        var form = kinds[0].Key switch
        {
            "S" => TextForms.Of([.. present.Select(value => value.S)]),
            "N" => NumberForms.Of([.. present.Select(value => value.N)], mayBeTime ? attribute : null),
            "BOOL" => new ValueForm("bool", ValueKind.Boolean),
            "B" => new ValueForm("byte[]", ValueKind.Other),
            "SS" => new ValueForm("HashSet<string>", ValueKind.Other),
            "NS" => Numbers(NumberForms.Of([.. present.SelectMany(value => value.NS)], null)),
            "BS" => new ValueForm("HashSet<byte[]>", ValueKind.Other),
            "L" => List([.. present.SelectMany(value => value.L ?? [])], owner, attribute),
            _ => Map([.. present.Select(value => value.M ?? [])], owner, attribute),
        };
        return form with { HasNull = present.Count < values.Count };
    }

    private static ValueForm Numbers(ValueForm element) => element.Kind == ValueKind.Other
        ? element
        : element with { Type = $"HashSet<{element.Type}>", Kind = ValueKind.Other };

    private ValueForm List(IReadOnlyList<AttributeValue> elements, string owner, string attribute)
    {
        if (elements.Count == 0)
        {
            return new ValueForm("List<AttributeValue>", ValueKind.Other, null, false, "no list has an element");
        }

        var element = Of(elements, owner, attribute + " element", mayBeTime: false);
        return element.Type == "AttributeValue"
            ? new ValueForm("List<AttributeValue>", ValueKind.Other, null, false, [.. element.Doubts.Select(doubt => "elements: " + doubt)])
            : new ValueForm($"List<{element.Type}{(element.HasNull ? "?" : "")}>", ValueKind.Other, null, false, element.Doubts);
    }

    private ValueForm Map(IReadOnlyList<Dictionary<string, AttributeValue>> maps, string owner, string attribute)
    {
        var names = maps.SelectMany(map => map.Keys).Distinct(StringComparer.Ordinal).ToList();
        return names.Count == 0 ? new ValueForm("Dictionary<string, AttributeValue>", ValueKind.Other, null, false, "no map has an entry")
            : IsRecord(maps, names) ? Record(maps, names, owner, attribute)
            : Dictionary([.. maps.SelectMany(map => map.Values)], owner, attribute);
    }

    /// <summary>Names that begin with a letter and come again are those of properties; those of a dictionary are its data.</summary>
    private static bool IsRecord(IReadOnlyList<Dictionary<string, AttributeValue>> maps, List<string> names) =>
        names.Count <= MostProperties
        && names.All(name => name.Length > 0 && char.IsAsciiLetter(name[0]) && name.All(letter => char.IsAsciiLetterOrDigit(letter) || letter is '_' or '-'))
        && (maps.Count == 1 || names.Count <= 2 * maps.Max(map => map.Count));

    private ValueForm Record(IReadOnlyList<Dictionary<string, AttributeValue>> maps, List<string> names, string owner, string attribute)
    {
        var name = types.Take(owner + Naming.Type(attribute));
        var members = new NameSet([.. NameSet.OfMembers, name, "Others"], "Value");
        var properties = new List<PropertyDraft>();
        foreach (var stored in names)
        {
            var held = maps.Where(map => map.ContainsKey(stored)).Select(map => map[stored]).ToList();
            var form = Of(held, name, stored);
            var doubts = PropertyDoubts.Of(form, held.Count, maps.Count, "maps");
            properties.Add(new PropertyDraft(members.Take(Naming.Property(stored)), stored, form, held.Count < maps.Count, [], doubts));
        }

        _records.Add(new NestedRecord(name, properties));
        return new ValueForm(name, ValueKind.Other);
    }

    private ValueForm Dictionary(IReadOnlyList<AttributeValue> values, string owner, string attribute)
    {
        var value = Of(values, owner, attribute + " value", mayBeTime: false);
        return new ValueForm(
            $"Dictionary<string, {value.Type}{(value.HasNull ? "?" : "")}>",
            ValueKind.Other,
            null,
            false,
            ["a dictionary, because its names differ", .. value.Doubts]);
    }
}
