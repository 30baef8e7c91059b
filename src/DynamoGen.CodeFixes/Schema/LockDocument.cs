using DynamoGen.Analyzers.Schema;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Text;

namespace DynamoGen.CodeFixes.Schema;

/// <summary>The lock of a project as a document of its workspace.</summary>
internal static class LockDocument
{
    /// <summary>The solution with the project's lock updated; as it was, where there is no lock or it cannot be read.</summary>
    public static async Task<Solution> UpdateAsync(Project project, Solution solution, string[] accepted, CancellationToken cancellationToken)
    {
        var locks = LockFile.Locks(project.AdditionalDocuments, candidate => candidate.FilePath ?? candidate.Name);
        if (locks.Count != 1 || await project.GetCompilationAsync(cancellationToken).ConfigureAwait(false) is not { } compilation)
        {
            return solution;
        }

        var document = locks[0];
        var text = await document.GetTextAsync(cancellationToken).ConfigureAwait(false);
        try
        {
            var next = LockWriter.Write(LockUpdate.Of(LockReader.Read(text.ToString()), compilation, accepted));
            return solution.WithAdditionalDocumentText(document.Id, SourceText.From(next, text.Encoding));
        }
        catch (LockFormatException)
        {
            // DG7004 says what is wrong with it, and nothing may be lost by writing over it.
            return solution;
        }
    }
}
