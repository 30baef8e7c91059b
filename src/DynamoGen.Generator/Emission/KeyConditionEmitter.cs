using DynamoGen.Generator.Model;

namespace DynamoGen.Generator.Emission;

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
        writer.Line($"writer.Raw({Text.Utf8($"{{\"{Text.Json(condition.Key.Partition.Attribute)}\":{{\"S\":\"")});");
        EmitPartitionKey();
        if (condition.Key.Sort is not null)
        {
            writer.Line($"writer.Raw({Text.Utf8($"\"}},\"{Text.Json(condition.Key.Sort.Attribute)}\":{{\"S\":\"")});");
            writer.Line("key = writer.BeginSortKey();");
            EmitParts(condition.SortPrefix);
            writer.Line("writer.EndKey(key);");
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
        var (expression, value) = condition.SortKind switch
        {
            SortConditionKind.Equals => ("#pk = :pk AND #sk = :sk", ":sk"),
            SortConditionKind.BeginsWith => ("#pk = :pk AND begins_with(#sk, :sk)", ":sk"),
            SortConditionKind.Between => ("#pk = :pk AND #sk BETWEEN :from AND :to", ":from"),
            _ => ("#pk = :pk", null),
        };
        var sortName = value is null ? string.Empty : $",\"#sk\":\"{Text.Json(condition.Key.Sort!.Attribute)}\"";
        writer.Open($"public void WriteKeyCondition({Names.WireWriter} writer, int shard)");
        var filter = pattern.Filter is null ? string.Empty : ExpressionWriting.Texts(pattern.Filter, "FilterExpression");
        var filterNames = pattern.Filter is null ? string.Empty : "," + ExpressionWriting.NameMembers(pattern.Filter);
        var projection = pattern.Form is null ? string.Empty : ProjectionText.Expression(pattern.Form);
        var projectionNames = pattern.Form is { Attributes.Count: > 0 } form ? "," + ProjectionText.Names(form) : string.Empty;
        writer.Line($"writer.Raw({Text.Utf8($",\"KeyConditionExpression\":\"{expression}\"{filter}{projection}")});");
        writer.Line($"writer.Raw({Text.Utf8($",\"ExpressionAttributeNames\":{{\"#pk\":\"{Text.Json(condition.Key.Partition.Attribute)}\"{sortName}{filterNames}{projectionNames}}}")});");
        writer.Line($"writer.Raw({Text.Utf8(",\"ExpressionAttributeValues\":{\":pk\":{\"S\":\"")});");
        EmitPartitionKey();
        if (value is not null)
        {
            EmitSortValue(value, condition.SortKind == SortConditionKind.Between ? EmitLower : null);
        }

        if (condition.SortKind == SortConditionKind.Between)
        {
            EmitSortValue(":to", EmitUpper);
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

    private void EmitSortValue(string placeholder, Action? emitRange)
    {
        writer.Line().Line($"writer.Raw({Text.Utf8($"\"}},\"{placeholder}\":{{\"S\":\"")});");
        writer.Line("key = writer.BeginSortKey();");
        EmitParts(condition.SortPrefix);
        emitRange?.Invoke();
        writer.Line("writer.EndKey(key);");
    }

    private void EmitPartitionKey()
    {
        writer.Line("var key = writer.BeginPartitionKey();");
        EmitParts(condition.Partition);
        writer.Line("writer.EndKey(key);");
    }

    private void EmitParts(IEnumerable<BoundPart> parts)
    {
        foreach (var bound in parts)
        {
            writer.Line(KeyPartEmitter.Build(bound.Part, bound.Part.Kind == KeyPartKind.Shard ? "shard" : bound.Value is null ? string.Empty : Expression(bound.Value)));
        }
    }

    private void EmitLower()
    {
        var range = condition.Range!;
        var isOpen = condition.SortPrefix.Count == 0;
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
