using DynamoGen.Declarations.Keys;
using DynamoGen.Declarations.Parameters;
using DynamoGen.Declarations.Values;
using DynamoGen.Generator.Emission.Source;

namespace DynamoGen.Generator.Emission.Repositories;

/// <summary>Writes where values come from as C# expressions.</summary>
/// <param name="local">The variable that holds a parameter.</param>
/// <param name="clock">The variable of the time of the call.</param>
/// <param name="region">The variable of the region that the call writes in.</param>
/// <param name="mark">The variable of the mark of the write.</param>
/// <param name="epoch">The variable of the epoch that the call writes in.</param>
internal sealed class SourceExpressions(Func<string, string> local, string clock, string region = "", string mark = "", string epoch = "")
{
    public string Of(ValueSource source) => source switch
    {
        ParameterSource parameter => local(parameter.Parameter),
        ElementSource { Shards: > 1 } element => $"{local(element.Parameter)}[shard / {Text.Number(element.Shards)}]",
        ElementSource element => $"{local(element.Parameter)}[shard]",
        GivenSource given => local(given.Parameter) + (given.IsValueType ? ".Value" : string.Empty),
        PropertySource property => $"{local(property.Parameter)}.{Text.Identifier(property.Property)}",
        MemberSource member => $"{Of(member.Whole)}.{string.Join(".", member.Properties.Select(Text.Identifier))}",
        DowncastSource downcast => DowncastOf(downcast),
        ChangeSource change => ChangeOf(change),
        ChangedSource changed => $"({ChangeTest(changed.Change, changed.WhenGiven)} ? {ChangeOf(changed.Change)} : {Of(changed.Current)})",
        PreviousCountSource count => $"{local(count.Parameter)}.{Text.Identifier(count.Property)} - 1",
        LiteralSource literal => literal.Expression,
        ClockSource time => Time(time.Form),
        RegionSource or PartRegionSource => region,
        PartSource part => $"{Of(part.Whole)}.Written({region}, {clock}, {string.Join(", ", part.Regions.Select(Text.Literal))}).Of({region})",
        IncrementSource increment => Of(increment.Amount),
        MarkSource => mark,
        EpochSource => epoch,
        _ => throw new ArgumentException("The source is of no known kind.", nameof(source)),
    };

    /// <summary>The values of the placeholders of one key attribute, as the method that writes the whole of it takes them.</summary>
    /// <param name="attribute">The attribute.</param>
    /// <param name="parts">Its parts with their values.</param>
    /// <param name="shard">The expression of the shard.</param>
    public IEnumerable<string> Arguments(KeyAttributeModel attribute, IEnumerable<BoundPart> parts, string shard) => attribute.Parts
        .Zip(parts, (declared, bound) => (Declared: declared, Bound: bound))
        .Where(pair => pair.Declared.Kind != KeyPartKind.Literal)
        .Select(pair => pair.Declared.Kind == KeyPartKind.Shard ? shard : AsDeclared(pair.Declared, pair.Bound));

    /// <summary>A value as the property's own type; a whole day may be given for an instant that a key keeps no more of.</summary>
    public string AsDeclared(KeyPart declared, BoundPart bound)
    {
        var value = Of(bound.Value!);
        var midnight = $"{value}.ToDateTime(default, global::System.DateTimeKind.Utc)";
        return (declared.Kind, bound.Part.Kind) switch
        {
            (KeyPartKind.DateTime, KeyPartKind.Date) => midnight,
            (KeyPartKind.DateTimeOffset, KeyPartKind.Date) => $"new {ScalarKind.DateTimeOffset.TypeName()}({midnight})",
            _ => value,
        };
    }

    /// <summary>Whether a patch does something with a property, the patches around which may be null.</summary>
    public string ChangeTest(ChangeSource change, ChangeKind kind)
    {
        var names = change.Properties.Select(Text.Identifier).ToArray();
        var value = $"{local(change.Parameter)}.{string.Join("?.", names)}";
        return kind switch
        {
            ChangeKind.Given when names.Length == 1 => value + ".IsGiven",
            ChangeKind.Given => value + " is { IsGiven: true }",
            ChangeKind.Set => value + " is { IsGiven: true, Value: not null }",
            _ => value + " is { IsGiven: true, Value: null }",
        };
    }

    private string ChangeOf(ChangeSource change)
    {
        var names = change.Properties.Select(Text.Identifier);
        var value = $"{local(change.Parameter)}.{string.Join("!.", names)}.Value";
        return NotNull(value, change.Null);
    }

    private string DowncastOf(DowncastSource downcast) => NotNull(
        $"{downcast.Entity}.{Text.Identifier(downcast.Marshaller)}.Downcasters.{Text.Identifier(downcast.Method)}({Of(downcast.Value)})", downcast.Null);

    private static string NotNull(string value, NullForm form) => form switch
    {
        NullForm.Value => value + ".Value",
        NullForm.Reference => value + "!",
        _ => value,
    };

    private string Time(ClockForm form) => form switch
    {
        ClockForm.DateTime => clock + ".UtcDateTime",
        ClockForm.UnixSeconds => clock + ".ToUnixTimeSeconds()",
        _ => clock,
    };
}
