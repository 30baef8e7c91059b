using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace DynamoGen.Analyzers.Schema;

/// <summary>Reports what the lock has and nothing declares any more.</summary>
internal sealed class GoneDeclarations(StoredSchema locked, SeenDeclarations seen, Location place)
{
    public void Report(CompilationAnalysisContext context)
    {
        foreach (var table in locked.Tables)
        {
            if (seen.TypeOf(table.Key) is not { } type)
            {
                if (!seen.IsDeclared(table.Value.Type))
                {
                    context.ReportDiagnostic(Diagnostic.Create(
                        SchemaDescriptors.KeyEnd, seen.Any ?? place, SchemaDescriptors.Properties(StoredTable.Subject(table.Key)), table.Key,
                        $"nothing declares the table '{table.Key}' any more; declare it, or accept that in the lock if its items are gone too"));
                }

                continue;
            }

            foreach (var entity in table.Value.Entities.Where(entity => !seen.HasEntity(table.Key, entity.Key, entity.Value.Type)))
            {
                context.ReportDiagnostic(Diagnostic.Create(
                    SchemaDescriptors.IncompatibleEnd, type, SchemaDescriptors.Properties(StoredTable.Subject(table.Key, entity.Key)), table.Key,
                    $"nothing declares the entity '{entity.Key}' any more; " + (seen.OtherTableOf(table.Key, entity.Value.Type) is { } other
                        ? $"'{other}' has its class now, and its items are still here; leave it in '{table.Key}', or move the items and accept that in the lock"
                        : "if it has another name now, "
                            + $"add [Entity<...>(Name = \"{entity.Key}\")] there, and if its items are gone, accept that in the lock")));
            }
        }
    }
}
