using System.Xml.Linq;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace PackageDocumentation;

/// <summary>The documentation of what others can name. The compiler writes that of internal and private members too.</summary>
internal static class PublicMembers
{
    public static void Write(string assembly, IEnumerable<string> references, string documented, string target)
    {
        var own = MetadataReference.CreateFromFile(assembly);
        var compilation = CSharpCompilation.Create("Documented", references: references.Select(path => MetadataReference.CreateFromFile(path)).Prepend(own));
        var visible = Of(((IAssemblySymbol)compilation.GetAssemblyOrModuleSymbol(own)!).GlobalNamespace)
            .Select(DocumentationCommentId.CreateDeclarationId)
            .ToHashSet();

        var document = XDocument.Load(documented, LoadOptions.PreserveWhitespace);
        foreach (var member in document.Descendants("member").Where(member => !visible.Contains((string)member.Attribute("name")!)).ToList())
        {
            Remove(member);
        }

        Directory.CreateDirectory(Path.GetDirectoryName(target)!);
        document.Save(target, SaveOptions.DisableFormatting);
    }

    private static IEnumerable<ISymbol> Of(INamespaceOrTypeSymbol container)
    {
        foreach (var member in container.GetMembers().Where(IsVisible))
        {
            yield return member;
            if (member is INamespaceOrTypeSymbol inner)
            {
                foreach (var below in Of(inner))
                {
                    yield return below;
                }
            }
        }
    }

    private static bool IsVisible(ISymbol member) =>
        member is INamespaceSymbol || member.DeclaredAccessibility is Accessibility.Public or Accessibility.Protected or Accessibility.ProtectedOrInternal;

    /// <summary>Removes a member with the white space before it.</summary>
    private static void Remove(XElement member)
    {
        if (member.PreviousNode is XText space && string.IsNullOrWhiteSpace(space.Value))
        {
            space.Remove();
        }

        member.Remove();
    }
}
