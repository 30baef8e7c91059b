namespace DynamoGen.Declarations.Values;

/// <summary>Goes over all that a value is made of.</summary>
internal static class StoredValues
{
    /// <summary>All values inside of an object, each before what it is made of.</summary>
    public static IEnumerable<ValueModel> Of(ObjectValue shape) => shape.Members
        .SelectMany(member => member.Upcasters.SelectMany(upcaster => upcaster.Parameters).Select(parameter => parameter.Value).Concat([member.Value]))
        .SelectMany(WithContent)
        .Concat(shape.OlderShapes.SelectMany(older => Of(older.Stored)));

    /// <summary>All values inside of an entity, those that only an older version has which is written too.</summary>
    public static IEnumerable<ValueModel> Of(ObjectValue shape, WrittenVersion? written) =>
        Of(shape).Concat(written?.Downcasters.SelectMany(downcaster => WithContent(downcaster.Value)) ?? []);

    /// <summary>A value, and all values inside of it.</summary>
    public static IEnumerable<ValueModel> WithContent(ValueModel value) => new[] { value }.Concat(value switch
    {
        NullableValue nullable => WithContent(nullable.Inner),
        ConvertedValue converted => WithContent(converted.Stored),
        ListValue list => WithContent(list.Element),
        SetValue set => WithContent(set.Element),
        DictionaryValue dictionary => WithContent(dictionary.Key).Concat(WithContent(dictionary.Value)),
        TupleValue tuple => tuple.Elements.SelectMany(WithContent),
        RegionalValue regional => WithContent(regional.Part),
        UnionValue union => union.Cases.SelectMany(WithContent),
        ObjectValue type => Of(type),
        _ => [],
    });
}
