using DynamoGen.Declarations.Batches;
using DynamoGen.Declarations.Entities;
using DynamoGen.Declarations.Parameters;
using DynamoGen.Declarations.Patterns;
using DynamoGen.Declarations.Problems;
using DynamoGen.Declarations.Reads;
using DynamoGen.Declarations.Writes;
using Microsoft.CodeAnalysis;

namespace DynamoGen.Declarations.Repositories;

/// <summary>Reads one method of a repository and proves that a key of the entity answers it.</summary>
internal sealed class AccessPatternParser(IMethodSymbol method, INamedTypeSymbol entity, EntityModel model, Location? place, DeclarationProblems problems)
{
    public PatternModel? Parse()
    {
        if (method.IsGenericMethod || method.Parameters.Any(parameter => parameter.RefKind != RefKind.None))
        {
            return Misshapen("an access pattern is neither generic nor has ref, in or out parameters");
        }

        if (method.Name.Length == 0
            || method.Parameters.Any(parameter => parameter.Name.Length == 0)
            || method.Parameters.GroupBy(parameter => parameter.Name).Any(same => same.Count() > 1))
        {
            return Misshapen("an access pattern and its parameters have names, each its own");
        }

        if (method.Parameters.Count(PatternParameters.IsCancellation) > 1)
        {
            return Misshapen("it takes more than one CancellationToken");
        }

        if (PatternReturn.Parse(method.ReturnType, entity, model) is not { } result)
        {
            return Misshapen($"it must return ValueTask or Task (a write), ValueTask<{entity.Name}?>, "
                + $"IAsyncEnumerable<{entity.Name}>, ValueTask<IReadOnlyList<{entity.Name}>>, "
                + $"ValueTask<Page<{entity.Name}>>, ValueTask of a nullable [ItemCollection], or an action for a transaction");
        }

        var declaration = new PatternDeclaration(method, entity, model, place, problems);
        if (ScanPatternParser.IsScan(method))
        {
            return new ScanPatternParser(declaration).Parse(result);
        }

        if (BatchPatternParser.KindOf(method.Name) is { } batch)
        {
            return new BatchPatternParser(declaration).Parse(batch, result);
        }

        var mayWrite = result.Kind is PatternReturnKind.Nothing or PatternReturnKind.Success or PatternReturnKind.Entity or PatternReturnKind.One
            or PatternReturnKind.WriteAction;
        return mayWrite && WriteVerbs.Of(method.Name) is { } verb
            ? new WritePatternParser(declaration).Parse(verb, result)
            : new ReadPatternParser(declaration).Parse(result);
    }

    private PatternModel? Misshapen(string reason)
    {
        problems.Add(DeclarationRule.PatternShape, place, method.Name, reason);
        return null;
    }
}
