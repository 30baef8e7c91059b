using DynamoGen.Declarations.Entities;
using DynamoGen.Declarations.Keys;
using DynamoGen.Declarations.Tables;
using DynamoGen.Generator.Emission.Source;
using DynamoGen.Generator.Emission.Values;

namespace DynamoGen.Generator.Emission.Keys;

/// <summary>Writes the class of an entity's key builders and of their inverse.</summary>
internal sealed class KeysEmitter(SourceWriter writer, EntityModel entity)
{
    private readonly KeyAttributeEmitter _attributes = new(writer, new KeyPartEmitter(new CodecTypes(entity.Reference)));
    private readonly KeyPartEmitter _parts = new(new CodecTypes(entity.Reference));

    public void Emit()
    {
        writer.Line($"/// <summary>Builds and reads the keys of <c>{Text.Xml(entity.Name)}</c> "
            + $"in table <c>{Text.Xml(entity.TableName)}</c> and its indexes.</summary>");
        writer.Line(Names.GeneratedCode);
        writer.Open($"public {Text.New(entity.Hiding, entity.KeysClass)}static class {entity.KeysClass}");
        foreach (var key in entity.Keys.Where(key => key.Name.Length > 0 && (key.Shards > 1 || key.Attributes.Any(IsBuilt))))
        {
            EmitKey(key);
        }

        foreach (var constraint in entity.Uniqueness?.Constraints ?? default)
        {
            writer.Line($"/// <summary>The key of the marker of a unique value: <c>{Text.Xml(constraint.Key.Template)}</c>.</summary>");
            writer.Open($"public static class {constraint.Class}");
            _attributes.Emit(constraint.Key, isPartition: true);
            writer.Close();
        }

        writer.Close();
    }

    private void EmitKey(KeyModel key)
    {
        var place = key.Index is null ? "The table's primary key" : $"The key in index <c>{Text.Xml(key.Index)}</c>";
        var sort = key.Sort is null ? string.Empty : $", <c>{Text.Xml(key.Sort.Attribute)}</c> = <c>{Text.Xml(key.Sort.Template)}</c>";
        writer.Line($"/// <summary>{place}: <c>{Text.Xml(key.Partition.Attribute)}</c> = <c>{Text.Xml(key.Partition.Template)}</c>{sort}.</summary>");
        writer.Open($"public static class {key.Name}");
        if (IsBuilt(key.Partition))
        {
            _attributes.Emit(key.Partition, isPartition: true);
        }

        if (key.Sort is not null && IsBuilt(key.Sort))
        {
            if (IsBuilt(key.Partition))
            {
                writer.Line();
            }

            _attributes.Emit(key.Sort, isPartition: false);
        }

        if (key.Shards > 1)
        {
            EmitShard(key, entity.Keys[0]);
        }

        writer.Close();
    }

    /// <summary>A number and bytes are stored as they are; there is nothing to build.</summary>
    private static bool IsBuilt(KeyAttributeModel attribute) => attribute.Type == KeyAttributeType.String;

    private void EmitShard(KeyModel key, KeyModel primary)
    {
        var isOfTable = key.IsInPartitionOf(primary);
        var parts = key.ShardParts(primary).ToArray();
        var variables = new KeyVariables(parts);
        writer.Line().Line($"/// <summary>The shard, 0 to {Text.Number(key.Shards - 1)}, of the item with a {(isOfTable ? "sort" : "primary")} key.</summary>");
        writer.Open($"public static int ShardOf({string.Join(", ", parts.Select(variables.Declaration))})");
        if (!isOfTable)
        {
            EmitHashed(primary, primary.Partition, variables);
        }

        if (primary.Sort is not null)
        {
            EmitHashed(primary, primary.Sort, variables);
        }

        writer.Line($"return {Names.ShardNumber}.ShardOf({(isOfTable ? "default" : "partitionKey.Written")}, "
            + $"{(primary.Sort is null ? "default" : "sortKey.Written")}, {Text.Number(key.Shards)});").Close();
    }

    /// <summary>Writes the text of a key attribute; a number is hashed as the text that it would be in a key.</summary>
    private void EmitHashed(KeyModel primary, KeyAttributeModel attribute, KeyVariables variables)
    {
        var (local, name) = attribute == primary.Partition ? ("partitionKey", "PartitionKey") : ("sortKey", "SortKey");
        writer.Line($"var {local} = new {Names.KeyBuilder}(stackalloc byte[{Names.KeyBuilder}.Max{name}Bytes]);");
        writer.Line(IsBuilt(attribute)
            ? $"Primary.Write{name}(ref {local}{string.Concat(KeyArguments.Of(attribute, variables.Parameter, Shard).Select(argument => ", " + argument))});"
            : _parts.Build(local, attribute.Parts[0], variables.Parameter(attribute.Parts[0])));

        string Shard() => $"Primary.ShardOf({string.Join(", ", primary.ShardParts(primary).Select(variables.Parameter))})";
    }
}
