using DynamoGen.Declarations.Migrations;
using DynamoGen.Declarations.Parameters;
using DynamoGen.Declarations.Patterns;
using DynamoGen.Declarations.Writes;
using DynamoGen.Generator.Emission.Repositories;
using DynamoGen.Generator.Emission.Source;

namespace DynamoGen.Generator.Emission.Migrations;

/// <summary>
/// Writes what a write in a transaction returns: what was put is known; what an update has made of the item is read, of those items that lead.
/// </summary>
internal static class WrittenEmitter
{
    /// <param name="writer">Where it is written.</param>
    /// <param name="side">The repository.</param>
    /// <param name="scope">The method.</param>
    /// <param name="pattern">The access pattern.</param>
    /// <param name="clock">The variable of the time.</param>
    /// <param name="phase">The variable of the phase.</param>
    /// <param name="isOwnAlone">Whether it is read of the repository's own items alone.</param>
    public static void Emit(
        SourceWriter writer, FollowingSide side, MethodScope scope, MigratedPattern pattern, string clock, string phase, bool isOwnAlone)
    {
        var repository = side.Side.Repository;
        if (pattern.Pattern is WritePattern { Kind: WriteKind.Update })
        {
            writer.Line(isOwnAlone ? $"return {side.Written(pattern, side.IsTarget)}" : $"return ({phase}.ReadsTarget").Indent();
            if (!isOwnAlone)
            {
                writer.Line($"? {side.Written(pattern, isTarget: true)}").Line($": {side.Written(pattern, isTarget: false)})");
            }

            writer.Outdent();
            var entityName = Text.Literal(repository.Entity.Name);
            writer.Indented($"?? throw new {Names.ItemFormatException}({entityName}, null, \"the item after the update\", \"nothing\");");
            return;
        }

        var entity = Text.Identifier(pattern.Pattern.Signature.Parameter(ParameterRole.Entity)!);
        var written = repository.Lifecycle.Stamps ? Stamping.Copy(repository.Lifecycle, entity, entity, clock, scope.Context, scope.Field) : entity;
        writer.Line($"return {written};");
    }
}
