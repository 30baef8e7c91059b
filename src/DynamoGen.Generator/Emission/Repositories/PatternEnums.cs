using DynamoGen.Declarations.Expressions;
using DynamoGen.Declarations.Repositories;
using DynamoGen.Declarations.Values;

namespace DynamoGen.Generator.Emission.Repositories;

/// <summary>The enums that an access pattern's keys and values name.</summary>
internal static class PatternEnums
{
    public static IEnumerable<EnumValue> InKeys(AccessPatternModel pattern)
    {
        var condition = pattern.Condition!;
        var renewed = pattern.Write?.Expressions?.Values.Select(value => value.Key).OfType<ExpressionKey>().SelectMany(key => key.Parts) ?? [];
        return condition.Partition.Concat(condition.SortPrefix).Concat(renewed).Select(bound => bound.Part.Enum).OfType<EnumValue>();
    }

    public static IEnumerable<EnumValue> InValues(ValueModel value) => value switch
    {
        EnumValue type => [type],
        NullableValue nullable => InValues(nullable.Inner),
        ListValue list => InValues(list.Element),
        SetValue set => InValues(set.Element),
        DictionaryValue dictionary => InValues(dictionary.Key).Concat(InValues(dictionary.Value)),
        TupleValue tuple => tuple.Elements.SelectMany(InValues),
        UnionValue union => union.Cases.SelectMany(InValues),
        ConvertedValue converted => InValues(converted.Stored),
        ObjectValue type => type.Members.SelectMany(member => member.Upcasters.Select(upcaster => upcaster.Stored).Concat([member.Value])).SelectMany(InValues),
        _ => [],
    };
}
