using DynamoGen.Tests;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace DynamoGen.Architecture.Tests;

/// <summary>The folders of a project, and which of them use which: what each name in a file is bound to, and the folder of the file that declares it.</summary>
internal sealed class ProjectFolders
{
    /// <summary>What the SDK adds to each file of these projects.</summary>
    private const string ImplicitUsings = """
        global using System;
        global using System.Collections.Generic;
        global using System.IO;
        global using System.Linq;
        global using System.Net.Http;
        global using System.Threading;
        global using System.Threading.Tasks;
        """;

    /// <summary>A name that is bound to nothing would hide an arrow.</summary>
    private static readonly string[] Unbound = ["CS0103", "CS0234", "CS0246", "CS0122", "CS1061"];

    private ProjectFolders(IReadOnlyDictionary<string, IReadOnlySet<string>> arrows) => Arrows = arrows;

    /// <summary>The folders that each folder uses, none of which is itself.</summary>
    public IReadOnlyDictionary<string, IReadOnlySet<string>> Arrows { get; }

    /// <summary>Reads a project of the repository.</summary>
    public static ProjectFolders Of(string project)
    {
        var root = Repository.Folder("src", project);
        var files = Directory.EnumerateFiles(root, "*.cs", SearchOption.AllDirectories)
            .Where(file => !Path.GetRelativePath(root, file).Split(Path.DirectorySeparatorChar).Any(folder => folder is "bin" or "obj"))
            .Select(file => (FolderOf(root, file), File.ReadAllText(file)));
        return Of(project, files);
    }

    /// <summary>Reads sources, each with the folder that it stands in.</summary>
    public static ProjectFolders Of(string project, IEnumerable<(string Folder, string Text)> sources)
    {
        var options = new CSharpParseOptions(LanguageVersion.Preview, DocumentationMode.None);
        var folders = new Dictionary<SyntaxTree, string>();
        foreach (var (folder, text) in sources)
        {
            folders.Add(CSharpSyntaxTree.ParseText(text, options), folder);
        }

        var compilation = CSharpCompilation.Create(
            project,
            folders.Keys.Append(CSharpSyntaxTree.ParseText(ImplicitUsings, options)),
            References(project),
            new CSharpCompilationOptions(OutputKind.DynamicallyLinkedLibrary, allowUnsafe: true, nullableContextOptions: NullableContextOptions.Enable));
        Assert.Empty(compilation.GetDiagnostics().Where(diagnostic => Unbound.Contains(diagnostic.Id)).Select(diagnostic => diagnostic.ToString()));
        return new ProjectFolders(folders.GroupBy(tree => tree.Value, tree => tree.Key).ToDictionary(
            trees => trees.Key,
            trees => (IReadOnlySet<string>)trees.SelectMany(tree => Uses(compilation, tree, folders)).Where(used => used != trees.Key).ToHashSet()));
    }

    private static IEnumerable<string> Uses(CSharpCompilation compilation, SyntaxTree tree, Dictionary<SyntaxTree, string> folders)
    {
        var model = compilation.GetSemanticModel(tree);
        foreach (var name in tree.GetRoot().DescendantNodes().OfType<SimpleNameSyntax>())
        {
            if (model.GetSymbolInfo(name).Symbol is { Kind: not (SymbolKind.Namespace or SymbolKind.Local or SymbolKind.Parameter) } symbol)
            {
                // A generic or extended member stands where it is declared, not where it is made up.
                var declared = (symbol as IMethodSymbol)?.ReducedFrom ?? symbol;
                foreach (var place in declared.OriginalDefinition.DeclaringSyntaxReferences)
                {
                    if (folders.TryGetValue(place.SyntaxTree, out var folder))
                    {
                        yield return folder;
                    }
                }
            }
        }
    }

    private static IEnumerable<MetadataReference> References(string project) =>
        ((string)AppContext.GetData("TRUSTED_PLATFORM_ASSEMBLIES")!).Split(Path.PathSeparator)
            .Where(path => Path.GetFileNameWithoutExtension(path) != project && !Path.GetFileName(path).StartsWith("xunit", StringComparison.OrdinalIgnoreCase))
            .Select(path => MetadataReference.CreateFromFile(path));

    private static string FolderOf(string root, string file) =>
        Path.GetRelativePath(root, Path.GetDirectoryName(file)!).Replace(Path.DirectorySeparatorChar, '/');
}
