using DynamoGen.Declarations.Migrations;
using DynamoGen.Declarations.Reads;
using DynamoGen.Generator.Emission.Repositories;
using DynamoGen.Generator.Emission.Source;

namespace DynamoGen.Generator.Emission.Migrations;

/// <summary>Writes the repository of one of the entities that follows the phase: each method asks for the phase, and calls the repositories behind it.</summary>
internal sealed class FollowingRepositoryEmitter(SourceWriter writer, FollowingSide side)
{
    private const string Session = $"{Names.MigrationSessions}.MigrationSession";

    /// <param name="name">The class's name.</param>
    public void Emit(string name)
    {
        var context = side.Members.Context;
        writer.Line().Open($"public sealed class {name} : {side.Side.Repository.Type.FullName}");
        writer.Line($"private readonly {Session} {side.Session};");
        writer.Line($"private readonly {Names.Repositories}.RepositoryContext {context};");
        writer.Line($"private readonly {side.Migration.Source.Repository.Type.FullName} {side.Source};");
        writer.Line($"private readonly {side.Migration.Target.Repository.Type.FullName} {side.Target};");
        writer.Line($"private readonly SourceActions {side.SourceActions};").Line($"private readonly TargetActions {side.TargetActions};").Line();
        new RepositoryMembers(writer, side.Side.Repository, side.Members).EmitFields();
        const string Context = $"{Names.Repositories}.RepositoryContext";
        writer.Line().Open($"public {name}({Session} session, {Context} sourceContext, {Context} targetContext)");
        writer.Line($"{side.Session} = session;").Line($"{context} = {(side.IsTarget ? "targetContext" : "sourceContext")};");
        writer.Line($"{side.Source} = Create<{side.Migration.Source.Repository.Type.FullName}>(sourceContext);");
        writer.Line($"{side.Target} = Create<{side.Migration.Target.Repository.Type.FullName}>(targetContext);");
        writer.Line($"{side.SourceActions} = new SourceActions(sourceContext);").Line($"{side.TargetActions} = new TargetActions(targetContext);").Close();
        foreach (var pattern in side.Side.Patterns)
        {
            writer.Line();
            var scope = new MethodScope(side.Side.Repository, pattern.Pattern, side.Members);
            if (side.Migration.Group is not null && pattern.IsWrite)
            {
                new GroupWriteEmitter(writer, side, scope, pattern).Emit();
            }
            else if (pattern.Use is not GroupUse.None)
            {
                new GroupReadEmitter(writer, side, scope, pattern).Emit();
            }
            else if (pattern.IsWrite)
            {
                new FollowingWriteEmitter(writer, side, scope, pattern).Emit();
            }
            else if (pattern.Result is MigratedResult.Stream or MigratedResult.OtherStream)
            {
                EmitStream(scope, pattern);
            }
            else
            {
                new FollowingReadEmitter(writer, side, scope, pattern).Emit();
            }
        }

        writer.Close();
    }

    private void EmitStream(MethodScope scope, MigratedPattern pattern)
    {
        writer.Line($"{scope.Declared} =>").Indent();
        if (pattern.Counterpart is null)
        {
            var target = side.IsTarget ? "true" : "false";
            writer.Line($"{side.Session}.ReadAloneAsync({scope.Field}, {side.Call(pattern, side.IsTarget)}, isTarget: {target}, {scope.Cancellation});").Outdent();
            return;
        }

        var (source, entity) = (side.Migration.Source.Repository.Entity, side.TargetEntity);
        var type = side.Migration.Type.FullName;
        var functions = side.IsTarget ? $"{type}.Forward"
            : side.Migration.IsReversible ? $"{type}.Forward, {type}.Backward"
            : $"{type}.Forward, null";
        // A scan has the order of the table's partitions, which says nothing.
        var compared = pattern.Pattern is ScanPattern || pattern.Counterpart is ScanPattern ? "false" : "true";
        writer.Line($"{side.Session}.Read{(side.IsTarget ? "Target" : "Source")}Async<{source.FullName}, {entity.FullName}, {entity.FullName}.{entity.Marshaller}>(")
            .Indent();
        writer.Line($"{scope.Field},").Line($"{side.Call(pattern, isTarget: false)},").Line($"{side.Call(pattern, isTarget: true)},");
        writer.Line($"{functions},").Line($"isCompared: {compared},").Line($"{scope.Cancellation});").Outdent().Outdent();
    }
}
