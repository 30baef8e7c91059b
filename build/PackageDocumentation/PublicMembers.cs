using System.Xml.Linq;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace PackageDocumentation;

/// <summary>The documentation of what others can name. The compiler writes that of internal and private members too.</summary>
internal static class PublicMembers
{
    public static void Write(string assembly, IEnumerable<string> references, string documented, string target)
    {
        var options = new CSharpCompilationOptions(OutputKind.DynamicallyLinkedLibrary).WithMetadataImportOptions(MetadataImportOptions.All);
        var own = MetadataReference.CreateFromFile(assembly);
        var compilation = CSharpCompilation.Create(
            "Documented", references: references.Select(path => MetadataReference.CreateFromFile(path)).Prepend(own), options: options);

        var document = XDocument.Load(documented, LoadOptions.PreserveWhitespace);
        foreach (var member in document.Descendants("member").ToList())
        {
            var id = (string)member.Attribute("name")!;
            var symbol = DocumentationCommentId.GetFirstSymbolForDeclarationId(id, compilation)
                ?? throw new InvalidDataException($"{documented} has {id}, which is not in {assembly}.");
            if (!IsPublic(symbol))
            {
                Remove(member);
            }
        }

        Directory.CreateDirectory(Path.GetDirectoryName(target)!);
        document.Save(target, SaveOptions.DisableFormatting);
    }

    private static bool IsPublic(ISymbol symbol) =>
        symbol.DeclaredAccessibility is Accessibility.Public or Accessibility.Protected or Accessibility.ProtectedOrInternal
        && (symbol.ContainingType is null || IsPublic(symbol.ContainingType));

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
