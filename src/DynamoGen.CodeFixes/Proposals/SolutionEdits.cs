using DynamoGen.Analyzers.Proposals;
using Microsoft.CodeAnalysis;

namespace DynamoGen.CodeFixes.Proposals;

/// <summary>Makes the changes of a proposal in the documents of a solution.</summary>
internal static class SolutionEdits
{
    public static async Task<Solution> ApplyAsync(Solution solution, IEnumerable<SourceEdit> edits, CancellationToken cancellationToken)
    {
        foreach (var file in edits.GroupBy(edit => edit.Tree))
        {
            var text = await file.Key.GetTextAsync(cancellationToken).ConfigureAwait(false);
            solution = solution.WithDocumentText(
                solution.GetDocument(file.Key)!.Id, text.WithChanges(file.Select(edit => edit.Change).OrderBy(change => change.Span.Start)));
        }

        return solution;
    }
}
