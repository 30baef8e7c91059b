using DynamoGen.Declarations.Entities;
using DynamoGen.Declarations.Migrations;
using DynamoGen.Generator.Emission.Repositories;
using DynamoGen.Generator.Emission.Source;

namespace DynamoGen.Generator.Emission.Migrations;

/// <summary>Writes the other half of a migration: what it is, how old items become new ones, and the repositories that follow the phase.</summary>
internal sealed class MigrationEmitter
{
    private const string Context = $"{Names.Repositories}.RepositoryContext";
    private const string Session = $"{Names.MigrationSessions}.MigrationSession";

    private readonly MigrationModel _migration;
    private readonly SourceWriter _writer;

    private MigrationEmitter(MigrationModel migration)
    {
        _migration = migration;
        _writer = new SourceWriter().OpenFile(migration.Type, migration.Experiments);
    }

    private string Source => _migration.Source.Repository.Type.FullName;

    private string Target => _migration.Target.Repository.Type.FullName;

    public static string Emit(MigrationModel migration) => new MigrationEmitter(migration).Emit();

    private string Emit()
    {
        var contract = $"{Names.Migrations}.Items.IMigration<{_migration.Type.FullName}, {Source}, {Target}>";
        var inside = _migration.Implementation;
        _writer.Open($"{Text.Declaration(_migration.Type.Declaration)} : {contract}");
        _writer.Line(Text.InheritDoc).Line($"static {Names.Migrations}.MigrationSchema {contract}.Schema => {inside}.Schema;").Line();
        _writer.Line(Text.InheritDoc).Line($"static {Names.Migrations}.Items.ItemMigration {contract}.Items => {inside}.Items;").Line();
        EmitCreate("Source", Source, contract);
        EmitCreate("Target", Target, contract);
        _writer.Line("/// <summary>What follows the phase.</summary>").Line(Names.GeneratedCode);
        _writer.Open($"private static class {inside}");
        EmitSchema();
        if (_migration.Group is { } group)
        {
            new GroupEmitter(_writer, _migration, group).Emit();
        }
        else
        {
            EmitItems();
            EmitFunction("Forward", _migration.Source, _migration.Target);
            if (_migration.IsReversible)
            {
                EmitFunction("Backward", _migration.Target, _migration.Source);
            }
        }

        _writer.Line().Line($"private static TRepository Create<TRepository>({Context} context)");
        _writer.Indented($"where TRepository : class, {Names.Repositories}.IRepository<TRepository> => TRepository.Create(context);");
        _writer.Line().Line($"private static {Names.TableSchema} TableOf<TTable>() where TTable : class, {Names.TableInterface}<TTable> => TTable.Schema;");
        new FollowingRepositoryEmitter(_writer, new FollowingSide(_migration, isTarget: false)).Emit("SourceRepository");
        new FollowingRepositoryEmitter(_writer, new FollowingSide(_migration, isTarget: true)).Emit("TargetRepository");
        EmitActions("SourceActions", _migration.Source);
        EmitActions("TargetActions", _migration.Target);
        return _writer.Close().Close().CloseFile(_migration.Type);
    }

    private void EmitCreate(string side, string repository, string contract)
    {
        var given = $"({Session} session, {Context} sourceContext, {Context} targetContext)";
        _writer.Line(Text.InheritDoc).Line($"static {repository} {contract}.Create{side}{given} =>");
        _writer.Indented($"new {_migration.Implementation}.{side}Repository(session, sourceContext, targetContext);").Line();
    }

    private void EmitSchema()
    {
        var (source, target) = (_migration.Source.Repository, _migration.Target.Repository);
        _writer.Line($"public static readonly {Names.Migrations}.MigrationSchema Schema = new()").OpenBlock();
        _writer.Line($"Name = {Text.Literal(_migration.Type.Name)},");
        _writer.Line($"Source = TableOf<{source.TableType}>(),").Line($"SourceEntity = {Text.Literal(source.Entity.Name)},");
        EmitBeginning("Source", source.Entity);
        _writer.Line($"Target = TableOf<{target.TableType}>(),").Line($"TargetEntity = {Text.Literal(target.Entity.Name)},");
        EmitBeginning("Target", target.Entity);
        if (_migration.Group is { } group)
        {
            _writer.Line($"Cardinality = {Names.Migrations}.MigrationCardinality.{(group.SourceIsOne ? "OneToMany" : "ManyToOne")},");
        }

        _writer.Line($"IsReversible = {(_migration.IsReversible ? "true" : "false")},").Close(";");
    }

    /// <summary>What the keys of an entity begin with, where its items need not carry its name.</summary>
    private void EmitBeginning(string side, EntityReference entity)
    {
        if (entity.Beginning is not null)
        {
            _writer.Line($"{side}Beginning = {entity.FullName}.{entity.Marshaller}.Beginning,");
        }
    }

    private void EmitItems()
    {
        var (source, target) = (_migration.Source.Repository.Entity, _migration.Target.Repository.Entity);
        _writer.Line($"public static readonly {Names.Migrations}.Items.ItemMigration Items =").Indent();
        _writer.Line($"new {Names.Migrations}.Items.ItemMigration<{source.FullName}, {source.FullName}.{source.Marshaller}, "
            + $"{target.FullName}, {target.FullName}.{target.Marshaller}>(");
        var backward = _migration.IsReversible ? $"{_migration.Type.FullName}.Backward" : "null";
        _writer.Indented($"Schema, {_migration.Type.FullName}.Forward, {backward});").Outdent();
    }

    /// <summary>What is not there has no counterpart.</summary>
    private void EmitFunction(string name, MigrationSide from, MigrationSide to)
    {
        _writer.Line().Line("[return: global::System.Diagnostics.CodeAnalysis.NotNullIfNotNull(\"item\")]");
        _writer.Line($"private static {to.Repository.Entity.FullName}? {name}({from.Repository.Entity.FullName}? item) =>");
        _writer.Indented($"item is null ? null : {_migration.Type.FullName}.{name}(item);");
    }

    /// <summary>The writes of a repository as actions, of which one of each repository are a transaction.</summary>
    private void EmitActions(string name, MigrationSide side)
    {
        var repository = ActionPatterns.Of(side);
        var names = new RepositoryNames(repository);
        var members = new RepositoryMembers(_writer, repository, names);
        _writer.Line().Open($"private sealed class {name}");
        _writer.Line($"private readonly {Context} {names.Context};").Line();
        members.EmitFields();
        _writer.Line().Line($"public {name}({Context} context) => {names.Context} = context;");
        members.EmitMethods();
        _writer.Close();
    }
}
