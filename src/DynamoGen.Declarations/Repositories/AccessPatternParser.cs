using DynamoGen.Declarations.Batches;
using DynamoGen.Declarations.Entities;
using DynamoGen.Declarations.Parameters;
using DynamoGen.Declarations.Patterns;
using DynamoGen.Declarations.Problems;
using DynamoGen.Declarations.Reads;
using DynamoGen.Declarations.Symbols;
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

        if (MethodVerb.AttributesOf(method) is { Count: > 1 } verbs)
        {
            return Misshapen($"[{PatternAttributes.NameOf(verbs[0])}] and [{PatternAttributes.NameOf(verbs[1])}] say two things of what it does");
        }

        if (PatternReturn.Parse(method.ReturnType, entity, model) is not { } result)
        {
            return Misshapen(PatternReturn.HasMisplacedResponse(method.ReturnType)
                ? "Response<T> tells of a call that has ended, and stands for what a ValueTask or Task returns, "
                    + $"such as ValueTask<Response<IReadOnlyList<{entity.Name}>>>"
                : $"it must return ValueTask or Task (a write), ValueTask<{entity.Name}?>, "
                + $"IAsyncEnumerable<{entity.Name}>, ValueTask<IReadOnlyList<{entity.Name}>> (or a List, or an array), "
                + $"ValueTask<Page<{entity.Name}>>, ValueTask<long> (how many), ValueTask of a nullable [ItemCollection], "
                + $"an interface [ItemCollection(typeof({entity.Name}), ...)] in the place of {entity.Name}, an action for a transaction, or a BatchWrite");
        }

        var verb = MethodVerb.Of(method);
        if (PatternKinds.Of(method, verb, result) is not { } kind)
        {
            return Misshapen(
                verb.IsDeclared ? $"[{verb.Name}] is no method that takes and returns what it does"
                : result.Kind == PatternReturnKind.Entity && !LooksLikeWrite ? $"an item may be absent; return ValueTask<{entity.Name}?>"
                : WriteVerbs.Demand);
        }

        if (method.Parameters.FirstOrDefault(PatternParameters.IsFilter) is { } filter && !PatternAttributes.HasMeaning(DeclarationAttributes.Filter, kind))
        {
            return Misshapen(PatternAttributes.RefusalOfFilter(filter.Name, kind));
        }

        if (Meaningless(kind, verb, result.View))
        {
            return null;
        }

        var declaration = new PatternDeclaration(method, entity, model, place, problems);
        return kind switch
        {
            PatternKind.Scan or PatternKind.Repair => new ScanPatternParser(declaration).Parse(kind, result),
            PatternKind.GetMany or PatternKind.PutMany or PatternKind.DeleteMany => new BatchPatternParser(declaration).Parse(kind, result),
            PatternKind.BatchWrite => new BatchWriteParser(declaration).Parse(verb.Write!.Value, result),
            _ when kind.IsWrite() => new WritePatternParser(declaration).Parse(verb.Write!.Value, result),
            _ => new ReadPatternParser(declaration).Parse(kind, result),
        };
    }

    private bool LooksLikeWrite => method.Has(DeclarationAttributes.Condition)
        || MethodWords.ForeignVerb(method.Name) is not null;

    /// <summary>Whether an attribute says what the method cannot do; true with a problem.</summary>
    private bool Meaningless(PatternKind kind, MethodVerb verb, ItemView? view)
    {
        foreach (var name in PatternAttributes.All)
        {
            if (method.Attribute(name) is { } attribute && !PatternAttributes.HasMeaning(name, kind))
            {
                problems.Add(DeclarationRule.PatternShape, attribute.Place() ?? place, method.Name, PatternAttributes.Refusal(name, kind));
                return true;
            }
        }

        if (view?.Kind != ItemViewKind.Union
            && kind != PatternKind.Collection
            && method.Attribute(DeclarationAttributes.IncludeExpired) is { } expired
            && model.Lifecycle.TimeToLive is null)
        {
            problems.Add(DeclarationRule.PatternShape, expired.Place() ?? place, method.Name,
                $"[IncludeExpired] means nothing to {kind.Name()} of '{entity.Name}', which has no [TimeToLive]");
            return true;
        }

        if (verb.IsDeclared || kind is not PatternKind.Get || MethodWords.ForeignVerb(method.Name) is not { } foreign)
        {
            return false;
        }

        Misshapen($"it would be a GetItem, although '{foreign}' sounds like a write; {WriteVerbs.Demand}, and a read begins with another word or has [Get]");
        return true;
    }

    private PatternModel? Misshapen(string reason)
    {
        problems.Add(DeclarationRule.PatternShape, place, method.Name, reason);
        return null;
    }
}
