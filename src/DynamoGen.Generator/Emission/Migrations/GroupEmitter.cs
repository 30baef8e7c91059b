using DynamoGen.Declarations.Entities;
using DynamoGen.Declarations.Migrations;
using DynamoGen.Declarations.Repositories;
using DynamoGen.Generator.Emission.Repositories;
using DynamoGen.Generator.Emission.Source;

namespace DynamoGen.Generator.Emission.Migrations;

/// <summary>Writes how one item of a migration stands for several: the functions between them, and how both know their group.</summary>
internal sealed class GroupEmitter(SourceWriter writer, MigrationModel migration, GroupModel group)
{
    /// <summary>The name of the struct that is the key condition of a group.</summary>
    private const string Request = "GroupRequest";

    private const string Linq = "global::System.Linq.Enumerable";

    private RepositoryModel One => (group.SourceIsOne ? migration.Source : migration.Target).Repository;

    private RepositoryModel Many => (group.SourceIsOne ? migration.Target : migration.Source).Repository;

    private string Type => migration.Type.FullName;

    /// <summary>The function from one to many; null where there is none.</summary>
    private string? Splitting => group.SourceIsOne ? "Forward" : migration.IsReversible ? "Backward" : null;

    /// <summary>The function from many to one; null where there is none.</summary>
    private string? Merging => !group.SourceIsOne ? "Forward" : migration.IsReversible ? "Backward" : null;

    public void Emit()
    {
        EmitItems();
        EmitFunctions();
        EmitGroups();
    }

    /// <summary>What an item, or the parameters of an access pattern, are the group of.</summary>
    public static string GroupOf(MigratedPattern pattern)
    {
        var sources = new SourceExpressions(Text.Identifier, string.Empty);
        return $"Group({string.Join(", ", pattern.Group.Select(sources.Of))})";
    }

    private void EmitItems()
    {
        writer.Line($"public static readonly {Names.Migrations}.Items.ItemMigration Items =").Indent();
        writer.Line($"new {Names.Migrations}.Items.GroupMigration<{Types(One.Entity)}, {Types(Many.Entity)}>(").Indent();
        writer.Line("Schema,");
        writer.Line(Splitting is null ? "split: null," : $"split: static item => {Type}.{Splitting}(item),");
        writer.Line(Merging is null ? "merge: null," : $"merge: static items => {Type}.{Merging}(items),");
        writer.Line("GroupOf,").Line("GroupOf);").Outdent().Outdent();
    }

    private void EmitFunctions()
    {
        var (one, many) = (One.Entity.FullName, Many.Entity.FullName);
        if (Splitting is { } split)
        {
            writer.Line().Line($"private static {Enumerable(many)} Split({one}? item) =>");
            writer.Indented($"item is null ? {Linq}.Empty<{many}>() : {Type}.{split}(item);");
        }

        if (Merging is { } merge)
        {
            writer.Line().Line($"private static {one}? Merge(global::System.Collections.Generic.IReadOnlyList<{many}> items) =>");
            writer.Indented($"items.Count == 0 ? null : {Type}.{merge}(items);");
        }

        writer.Line().Line($"private static {Enumerable("TItem")} Listed<TItem>(TItem? item)");
        writer.Indented("where TItem : class =>");
        writer.Indented($"item is null ? {Linq}.Empty<TItem>() : new[] {{ item }};");
    }

    private void EmitGroups()
    {
        var type = $"{Names.Migrations}.Groups.ItemGroup";
        var parameters = string.Join(", ", group.Parts.Select(part => $"{part.TypeName} {Text.Identifier(part.Parameter)}"));
        var properties = One.PrimaryKey.Parts.Where(part => part.IsPlaceholder).Select(part => part.Text).Distinct();
        var key = string.Join(", ", properties.Select(property => Text.Identifier(group.Parts.First(part => part.One == property).Parameter)));
        var condition = string.Join(", ", group.Parts.Select(part => Text.Identifier(part.Parameter)));
        writer.Line().Line($"private static {type} Group({parameters}) =>");
        writer.Indented($"{type}.Of(new {One.Entity.FullName}.{One.Entity.PrimaryKey}({key}), new {Request}({condition}));");
        EmitGroupOf(type, One.Entity, part => part.One);
        EmitGroupOf(type, Many.Entity, part => part.Many);
        writer.Line();
        new KeyConditionEmitter(writer, group.Query, Many).Emit(Request);
    }

    private void EmitGroupOf(string type, EntityReference entity, Func<GroupPart, string> property)
    {
        var values = string.Join(", ", group.Parts.Select(part => $"item.{Text.Identifier(property(part))}"));
        writer.Line().Line($"private static {type} GroupOf({entity.FullName} item) => Group({values});");
    }

    private static string Types(EntityReference entity) => $"{entity.FullName}, {entity.FullName}.{entity.Marshaller}";

    private static string Enumerable(string type) => $"global::System.Collections.Generic.IEnumerable<{type}>";
}
