using DynamoGen.Declarations.Keys;
using DynamoGen.Declarations.Patterns;
using DynamoGen.Declarations.Repositories;
using DynamoGen.Declarations.Symbols;
using DynamoGen.Declarations.Tables;
using DynamoGen.Generator.Emission.Keys;
using DynamoGen.Generator.Emission.Source;
using DynamoGen.Generator.Emission.Values;

namespace DynamoGen.Generator.Emission.Repositories;

/// <summary>Writes the struct that holds a read's parameters and writes them as a key or as a key condition.</summary>
internal sealed class KeyConditionEmitter(SourceWriter writer, AccessPatternModel pattern, KeyConditionModel condition, CompositeMethods composites)
{
    private readonly PatternLocals _locals = new(pattern);

    /// <param name="name">The struct's name.</param>
    public void Emit(string name)
    {
        var isKey = pattern.Kind == AccessPatternKind.Get;
        var contract = (isKey, condition.Key.Shards) switch
        {
            (true, _) => $"{Names.Repositories}.IKeyRequest",
            (_, > 1) => $"{Names.Repositories}.IShardedQueryRequest",
            _ => $"{Names.Repositories}.IQueryRequest",
        };
        writer.Open($"private readonly struct {name}({_locals.Declarations}) : {contract}");
        if (condition.Key.Shards > 1)
        {
            writer.Line($"public int Shards => {condition.Key.Shards};").Line();
        }

        if (isKey)
        {
            EmitKey();
            EmitProjection();
        }
        else
        {
            EmitCondition();
        }

        writer.Close();
    }

    /// <summary>Writes the method that writes the primary key.</summary>
    public void EmitKey()
    {
        writer.Open($"public void WriteKey({Names.WireWriter} writer)");
        var key = condition.Key;
        var values = new KeyValueWriting(writer);
        writer.Line($"writer.Raw({Text.Utf8($"{{\"{JsonText.Of(key.Partition.Attribute)}{KeyValueWriting.Opening(key.Partition)}")});");
        values.Emit(key.Partition, isPartition: true, condition.Partition, Value);
        if (key.Sort is not null)
        {
            writer.Line($"writer.Raw({Text.Utf8($"\"}},\"{JsonText.Of(key.Sort.Attribute)}{KeyValueWriting.Opening(key.Sort)}")});");
            values.Emit(key.Sort, isPartition: false, condition.SortPrefix, Value);
        }

        writer.Line("writer.Raw(\"\\\"}}\"u8);").Close();
    }

    private void EmitProjection()
    {
        if (pattern.Form is { Attributes.Count: > 0 } form)
        {
            writer.Line().Open($"public static void WriteProjection({Names.WireWriter} writer)");
            writer.Line($"writer.Raw({Text.Utf8($"{ProjectionText.Expression(form)},\"ExpressionAttributeNames\":{{{ProjectionText.Names(form)}}}")});").Close();
        }
    }

    private string Local(string parameter) => _locals.Local(parameter);

    private string Expression(string value)
    {
        var dot = value.IndexOf('.');
        return dot < 0 ? Local(value) : Local(value.Substring(0, dot)) + value.Substring(dot);
    }

    private void EmitCondition()
    {
        var comparisons = KeyComparison.Of(condition).ToArray();
        writer.Open($"public void WriteKeyCondition({Names.WireWriter} writer, int shard)");
        var filter = pattern.Filter is null ? string.Empty : ExpressionWriting.Texts(pattern.Filter, "FilterExpression");
        var filterNames = pattern.Filter is null ? string.Empty : "," + ExpressionWriting.NameMembers(pattern.Filter);
        var projection = pattern.Form is null ? string.Empty : ProjectionText.Expression(pattern.Form);
        var projectionNames = pattern.Form is { Attributes.Count: > 0 } form ? "," + ProjectionText.Names(form) : string.Empty;
        var names = string.Join(",", comparisons.Select(comparison => $"\"{comparison.Name}\":\"{JsonText.Of(comparison.Attribute.Attribute)}\""));
        writer.Line($"writer.Raw({Text.Utf8($",\"KeyConditionExpression\":\"{string.Join(" AND ", comparisons.Select(comparison => comparison.Text))}\"{filter}{projection}")});");
        writer.Line($"writer.Raw({Text.Utf8($",\"ExpressionAttributeNames\":{{{names}{filterNames}{projectionNames}}}")});");
        var values = new KeyValueWriting(writer);
        var before = ",\"ExpressionAttributeValues\":{";
        foreach (var (comparison, placeholder) in comparisons.SelectMany(comparison => comparison.Placeholders, (comparison, placeholder) => (comparison, placeholder)))
        {
            if (placeholder != ":pk" && placeholder != ":pk0")
            {
                writer.Line();
            }

            writer.Line($"writer.Raw({Text.Utf8($"{before}\"{placeholder}{KeyValueWriting.Opening(comparison.Attribute)}")});");
            EmitValue(values, comparison, placeholder);
            before = "\"},";
        }

        if (pattern.Filter is { Values.Count: > 0 } filtered)
        {
            writer.Line("writer.Raw(\"\\\"}\"u8);");
            new ExpressionWriting(writer, composites, Local).EmitValues(filtered);
            writer.Line("writer.Raw(\"}\"u8);").Close();
        }
        else
        {
            writer.Line("writer.Raw(\"\\\"}}\"u8);").Close();
        }
    }

    private void EmitValue(KeyValueWriting values, KeyComparison comparison, string placeholder)
    {
        var isLower = placeholder == ":from";
        if (comparison.IsRange && comparison.Attribute.Type != KeyAttributeType.String)
        {
            EmitBound(condition.Range!, isLower);
            return;
        }

        Action? range = !comparison.IsRange ? null : isLower ? () => EmitLower(comparison) : EmitUpper;
        values.Emit(comparison.Attribute, comparison.IsPartition, comparison.Parts, Value, range);
    }

    /// <summary>A bound of a number or of bytes; the end of all of them where none is given.</summary>
    private void EmitBound(RangeModel range, bool isLower)
    {
        var (parameter, part) = isLower ? (range.Lower, range.LowerPart) : (range.Upper, range.UpperPart);
        var end = $"writer.Raw({EndOfAll(part, isLower)});";
        if (parameter is null)
        {
            writer.Line(end);
        }
        else if (part.IsNullable)
        {
            var local = isLower ? "lower" : "upper";
            writer.Open($"if ({Local(parameter)} is {{ }} {local})").Line(KeyPartEmitter.Content(part, local)).Close().Open("else").Line(end).Close();
        }
        else
        {
            writer.Line(KeyPartEmitter.Content(part, Local(parameter)));
        }
    }

    /// <summary>The lowest or highest value of its type that DynamoDB knows, as the content of its JSON.</summary>
    private static string EndOfAll(KeyPart part, bool isLower) => part.Kind == KeyPartKind.Bytes
        ? isLower ? Text.Utf8("AA==") : $"{Names.HighestKey}.Binary"
        : Text.Utf8((isLower ? "-" : string.Empty) + "9.9999999999999999999999999999999999999E+125");

    private string Value(BoundPart bound) => bound.Part.Kind == KeyPartKind.Shard ? "shard" : bound.Value is null ? string.Empty : Expression(bound.Value);

    private void EmitLower(KeyComparison comparison)
    {
        var range = condition.Range!;
        var isOpen = comparison.Parts.Count == 0;
        if (range.IsBeginning)
        {
            EmitBeginning(range);
            if (isOpen)
            {
                writer.Open($"if ({Local(range.Lower!)}.Length == 0)");
                EmitLowest(isOpen);
                writer.Close();
            }
        }
        else if (range.Lower is not { } lower)
        {
            EmitLowest(isOpen);
        }
        else if (range.LowerPart.IsNullable)
        {
            writer.Open($"if ({Local(lower)} is {{ }} lower)").Line(KeyPartEmitter.Build(range.LowerPart, "lower")).Close();
            if (isOpen)
            {
                writer.Open("else");
                EmitLowest(isOpen);
                writer.Close();
            }
        }
        else
        {
            writer.Line(KeyPartEmitter.Build(range.LowerPart, Local(lower)));
        }
    }

    private void EmitBeginning(RangeModel range) =>
        writer.Line($"key.{(range.LowerPart.IsFinal ? "FinalText" : "TextPrefix")}({Local(range.Lower!)});");

    /// <summary>A bound must not be empty; no key sorts below U+0000.</summary>
    private void EmitLowest(bool isOpen)
    {
        if (isOpen)
        {
            writer.Line("key.Literal(\"\\0\"u8);");
        }
    }

    private void EmitUpper()
    {
        var range = condition.Range!;
        if (range.IsBeginning)
        {
            EmitBeginning(range);
            writer.Line("key.UpperBound();");
        }
        else if (range.Upper is not { } upper)
        {
            writer.Line("key.UpperBound();");
        }
        else if (range.UpperPart.IsNullable)
        {
            writer.Open($"if ({Local(upper)} is {{ }} upper)");
            EmitUpperValue(range, "upper");
            writer.Close().Open("else").Line("key.UpperBound();").Close();
        }
        else
        {
            EmitUpperValue(range, Local(upper));
        }
    }

    /// <summary>The bound takes in every key whose part has just this value, whatever follows, and none whose text merely begins with it.</summary>
    private void EmitUpperValue(RangeModel range, string value)
    {
        writer.Line(KeyPartEmitter.Build(range.UpperPart, value));
        if (range.UpperPart.IsVariableLength)
        {
            if (range.Terminator is not null)
            {
                writer.Line($"key.Literal({Text.Utf8(range.Terminator)});").Line("key.UpperBound();");
            }
        }
        else
        {
            writer.Line("key.UpperBound();");
        }
    }
}
