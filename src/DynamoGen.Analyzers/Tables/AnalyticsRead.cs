using DynamoGen.Analyzers.Design;
using DynamoGen.Declarations.Reads;
using DynamoGen.Declarations.Tables;
using Microsoft.CodeAnalysis;

namespace DynamoGen.Analyzers.Tables;

/// <summary>DG1032: a scan of a table that serves users.</summary>
internal static class AnalyticsRead
{
    public static IEnumerable<Diagnostic> Check(DeclaredDesign design) =>
        from table in design.Tables
        where table.Model.Settings.Purpose == TablePurpose.Transactional
        from repository in design.RepositoriesOf(table.Model.Type.FullName)
        from pattern in repository.Model.Patterns.OfType<ScanPattern>()
        where pattern.IndexName is null
        select Diagnostic.Create(
            TableDescriptors.AnalyticsRead, PatternPlace.Of(repository.Type, pattern), $"{repository.Type.Name}.{pattern.Name}", table.Model.Name);
}
