using DynamoGen.Declarations.Parameters;
using DynamoGen.Declarations.Patterns;
using Microsoft.CodeAnalysis;

namespace DynamoGen.Declarations.Batches;

/// <summary>Reads a method that makes an entry of its caller's batch.</summary>
internal sealed class BatchWriteParser(PatternDeclaration declaration)
{
    public PatternModel? Parse(WriteVerb verb, PatternReturn result)
    {
        var entity = declaration.EntityParameter;
        if (verb is not (WriteVerb.Put or WriteVerb.Delete))
        {
            return declaration.Misshapen(
                verb == WriteVerb.Update ? "a batch puts and deletes whole items; update one by one or in a transaction"
                : $"it is {(verb == WriteVerb.Upsert ? "an" : "a")} {verb}, and a batch has no conditions; put or delete");
        }

        if (verb == WriteVerb.Put && entity is null)
        {
            return declaration.Misshapen($"a {verb} takes the {declaration.Entity.Name} that it writes");
        }

        if (BatchObstacle.Of(declaration.Model, verb == WriteVerb.Delete) is { } obstacle)
        {
            return declaration.Misshapen(obstacle);
        }

        if (entity is not null && declaration.Method.Parameters.FirstOrDefault(parameter => !IsSame(parameter, entity)) is { } idle)
        {
            return declaration.Misshapen($"nothing takes the parameter '{idle.Name}' beside the {declaration.Entity.Name}");
        }

        var primary = declaration.Model.Keys[0];
        var key = entity is null ? declaration.Condition(primary, KeyNeed.Whole, declaration.Method.Parameters) : KeyBinder.FromEntity(primary, entity.Name);
        var signature = declaration.Signature(result, parameter => IsSame(parameter, entity) ? ParameterRole.Entity : ParameterRole.Value);
        return key is null ? null : new BatchWritePattern(signature, verb == WriteVerb.Delete, key);
    }

    private static bool IsSame(IParameterSymbol parameter, IParameterSymbol? entity) => SymbolEqualityComparer.Default.Equals(parameter, entity);
}
