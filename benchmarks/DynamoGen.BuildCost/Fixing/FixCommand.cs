using Microsoft.CodeAnalysis;

namespace DynamoGen.BuildCost.Fixing;

/// <summary>Applies every fix that is offered over the C# files below a folder, each direct subfolder of which is a project of its own.</summary>
internal static class FixCommand
{
    /// <returns>1 if a fix failed, else 0.</returns>
    public static async Task<int> RunAsync(string folder)
    {
        if (!Directory.Exists(folder))
        {
            Console.Error.WriteLine($"There is no folder {folder}.");
            return 2;
        }

        var outcome = new FixReport();
        foreach (var part in Directory.EnumerateDirectories(folder).Order(StringComparer.Ordinal))
        {
            using var workspace = new AdhocWorkspace();
            await new FixTrial(FixedProject.Create(workspace, part), outcome).RunAsync();
        }

        outcome.Print(Console.Out);
        return outcome.Failures == 0 ? 0 : 1;
    }
}
