using DynamoGen.Declarations.Entities;
using DynamoGen.Declarations.Problems;
using DynamoGen.Declarations.Repositories;
using Microsoft.CodeAnalysis;

namespace DynamoGen.Analyzers.Proposals;

/// <summary>
/// Makes the changes of a proposal in a compilation of its own, and asks the parsers whether the access pattern is answered and nothing else broke.
/// </summary>
/// <param name="dynamo">The compilation as it is.</param>
/// <param name="repository">The repository of the access pattern.</param>
/// <param name="method">The access pattern.</param>
/// <param name="entity">Its entity.</param>
internal sealed class ProposalProof(DynamoCompilation dynamo, INamedTypeSymbol repository, IMethodSymbol method, INamedTypeSymbol entity)
{
    private readonly Dictionary<(DeclarationRule Rule, string Subject), int> _before = Problems(repository, entity);

    /// <summary>Whether the changes answer the access pattern.</summary>
    public bool Holds(IReadOnlyCollection<SourceEdit> edits, CancellationToken cancellationToken)
    {
        var compilation = SourceEdit.Apply(dynamo.Compilation, edits, cancellationToken);
        if (SourceEdit.Find(repository, compilation) is not { } changed || SourceEdit.Find(entity, compilation) is not { } changedEntity)
        {
            return false;
        }

        var after = Problems(changed, changedEntity);
        var own = (DeclarationRule.UnservedPattern, method.Name);
        return Count(after, own) < Count(_before, own) && after.All(problem => problem.Value <= Count(_before, problem.Key));
    }

    /// <summary>How often each rule speaks of each subject: its words may change, since they name what there is.</summary>
    private static Dictionary<(DeclarationRule Rule, string Subject), int> Problems(INamedTypeSymbol repository, INamedTypeSymbol entity)
    {
        var problems = new DeclarationProblems();
        EntityParser.Parse(entity, problems);
        RepositoryParser.Parse(repository, problems);
        return problems.All.GroupBy(problem => (problem.Rule, problem.Arguments.Count == 0 ? string.Empty : problem.Arguments[0]))
            .ToDictionary(same => same.Key, same => same.Count());
    }

    private static int Count(Dictionary<(DeclarationRule Rule, string Subject), int> problems, (DeclarationRule Rule, string Subject) key) =>
        problems.TryGetValue(key, out var count) ? count : 0;
}
