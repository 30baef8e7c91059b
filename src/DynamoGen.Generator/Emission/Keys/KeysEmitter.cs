using DynamoGen.Declarations.Entities;
using DynamoGen.Declarations.Keys;
using DynamoGen.Declarations.Tables;
using DynamoGen.Declarations.Values;
using DynamoGen.Generator.Emission.Source;
using DynamoGen.Generator.Emission.Values;

namespace DynamoGen.Generator.Emission.Keys;

/// <summary>Writes the class of an entity's key builders and of their inverse.</summary>
internal static class KeysEmitter
{
    public static void Emit(SourceWriter writer, EntityModel entity)
    {
        writer.Line($"/// <summary>Builds and reads the keys of <c>{Text.Xml(entity.Name)}</c> in table <c>{Text.Xml(entity.TableName)}</c> and its indexes.</summary>");
        writer.Line(Names.GeneratedCode);
        writer.Open($"public static class {entity.KeysClass}");
        var isFirst = true;
        foreach (var key in entity.Keys.Where(key => key.Name.Length > 0 && (key.Shards > 1 || key.Attributes.Any(IsBuilt))))
        {
            if (!isFirst)
            {
                writer.Line();
            }

            isFirst = false;
            EmitKey(writer, key, entity);
        }

        foreach (var constraint in entity.Uniqueness?.Constraints ?? default)
        {
            writer.Line();
            writer.Line($"/// <summary>The key of the marker of a unique value: <c>{Text.Xml(constraint.Key.Template)}</c>.</summary>");
            writer.Open($"public static class {constraint.Class}");
            EmitAttribute(writer, "PartitionKey", "MaxPartitionKeyBytes", constraint.Key);
            writer.Close();
        }

        var uniqueParts = entity.Uniqueness?.Constraints.SelectMany(constraint => constraint.Key.Parts) ?? [];
        foreach (var type in entity.Keys.SelectMany(key => key.Parts).Concat(uniqueParts).Select(part => part.Enum).OfType<EnumValue>().Distinct())
        {
            writer.Line();
            EnumEmitter.EmitNames(writer, type, isJson: false);
            writer.Line();
            EnumEmitter.EmitParse(writer, type, fromUtf8: false);
        }

        writer.Close();
    }

    private static void EmitKey(SourceWriter writer, KeyModel key, EntityModel entity)
    {
        var place = key.Index is null ? "The table's primary key" : $"The key in index <c>{Text.Xml(key.Index)}</c>";
        var sort = key.Sort is null ? string.Empty : $", <c>{Text.Xml(key.Sort.Attribute)}</c> = <c>{Text.Xml(key.Sort.Template)}</c>";
        writer.Line($"/// <summary>{place}: <c>{Text.Xml(key.Partition.Attribute)}</c> = <c>{Text.Xml(key.Partition.Template)}</c>{sort}.</summary>");
        writer.Open($"public static class {key.Name}");
        if (IsBuilt(key.Partition))
        {
            EmitAttribute(writer, "PartitionKey", "MaxPartitionKeyBytes", key.Partition);
        }

        if (key.Attributes.All(IsBuilt) && key.Sort is not null)
        {
            writer.Line();
        }

        if (key.Sort is not null && IsBuilt(key.Sort))
        {
            EmitAttribute(writer, "SortKey", "MaxSortKeyBytes", key.Sort);
        }

        if (key.Shards > 1)
        {
            writer.Line();
            EmitShard(writer, key, entity.Keys[0]);
        }

        writer.Close();
    }

    /// <summary>A number and bytes are stored as they are; there is nothing to build.</summary>
    private static bool IsBuilt(KeyAttributeModel attribute) => attribute.Type == KeyAttributeType.String;

    private static void EmitAttribute(SourceWriter writer, string name, string limit, KeyAttributeModel attribute)
    {
        var variables = new KeyVariables(attribute.Parts);
        var placeholders = attribute.Parts.Where(part => part.Kind != KeyPartKind.Literal).ToArray();
        var template = Text.Xml(attribute.Template) + (placeholders.Any(part => part.Kind == KeyPartKind.Shard) ? "#{shard}" : string.Empty);
        var parameters = string.Join(", ", placeholders.Select(variables.Declaration));
        var arguments = string.Join(string.Empty, placeholders.Select(part => ", " + variables.Parameter(part)));
        writer.Line($"/// <summary>Writes <c>{template}</c>.</summary>");
        writer.Open($"public static void Write{name}(ref {Names.KeyBuilder} key{(parameters.Length > 0 ? ", " : string.Empty)}{parameters})");
        foreach (var part in attribute.Parts)
        {
            writer.Line(KeyPartEmitter.Build(part, part.Kind == KeyPartKind.Literal ? string.Empty : variables.Parameter(part)));
        }

        writer.Close().Line();
        writer.Line($"/// <summary>The key <c>{template}</c> as text.</summary>");
        writer.Open($"public static string {name}({parameters})");
        writer.Line($"var key = new {Names.KeyBuilder}(stackalloc byte[{Names.KeyBuilder}.{limit}]);");
        writer.Line($"Write{name}(ref key{arguments});");
        writer.Line("return key.ToString();");
        writer.Close().Line();
        EmitParse(writer, name, attribute, template, variables);
    }

    private static void EmitParse(SourceWriter writer, string name, KeyAttributeModel attribute, string template, KeyVariables variables)
    {
        var read = attribute.Parts.Where(part => part.IsPlaceholder).ToArray();
        var outs = string.Join(string.Empty, read.Select(part => $", out {variables.Declaration(part)}"));
        writer.Line($"/// <summary>Reads the parts of a key <c>{template}</c> back; false for a text that is no such key.</summary>");
        writer.Open($"public static bool TryParse{name}(string text{outs})");
        writer.Line($"var reader = new {Names.KeyReader}(text);");
        var conditions = attribute.Parts.Select(part => KeyPartEmitter.Read(part, variables.Read(part))).Concat(["reader.IsAtEnd"]);
        writer.Open($"if ({string.Join("\n    && ", conditions)})");
        foreach (var part in read)
        {
            writer.Line($"{variables.Parameter(part)} = {KeyPartEmitter.Result(part, variables.Read(part))};");
        }

        writer.Line("return true;").Close().Line();
        foreach (var part in read)
        {
            writer.Line($"{variables.Parameter(part)} = default{(part.Kind == KeyPartKind.Text ? "!" : string.Empty)};");
        }

        writer.Line("return false;").Close();
    }

    private static void EmitShard(SourceWriter writer, KeyModel key, KeyModel primary)
    {
        var parts = primary.Parts.Where(part => part.IsPlaceholder).GroupBy(part => part.Text).Select(group => group.First()).ToArray();
        var variables = new KeyVariables(parts);
        writer.Line($"/// <summary>The shard, 0 to {key.Shards - 1}, of the item with a primary key.</summary>");
        writer.Open($"public static int ShardOf({string.Join(", ", parts.Select(variables.Declaration))})");
        writer.Line($"var partitionKey = new {Names.KeyBuilder}(stackalloc byte[{Names.KeyBuilder}.MaxPartitionKeyBytes]);");
        EmitHashed(writer, primary.Partition, "PartitionKey", "partitionKey", variables);
        if (primary.Sort is null)
        {
            writer.Line($"return {Names.ShardNumber}.ShardOf(partitionKey.Written, default, {key.Shards});");
        }
        else
        {
            writer.Line($"var sortKey = new {Names.KeyBuilder}(stackalloc byte[{Names.KeyBuilder}.MaxSortKeyBytes]);");
            EmitHashed(writer, primary.Sort, "SortKey", "sortKey", variables);
            writer.Line($"return {Names.ShardNumber}.ShardOf(partitionKey.Written, sortKey.Written, {key.Shards});");
        }

        writer.Close();
    }

    /// <summary>Writes the text of a key attribute; a number is hashed as the text that it would be in a key.</summary>
    private static void EmitHashed(SourceWriter writer, KeyAttributeModel attribute, string name, string local, KeyVariables variables) => writer.Line(IsBuilt(attribute)
        ? $"Primary.Write{name}(ref {local}{Arguments(attribute, variables)});"
        : KeyPartEmitter.Build(attribute.Parts[0], variables.Parameter(attribute.Parts[0])).Replace("key.", local + "."));

    private static string Arguments(KeyAttributeModel attribute, KeyVariables variables) =>
        string.Join(string.Empty, attribute.Parts.Where(part => part.IsPlaceholder).Select(part => ", " + variables.Parameter(part)));
}
