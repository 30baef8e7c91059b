using PackageDocumentation;

switch (args)
{
    case ["members", var assembly, var references, var documented, var target]:
        PublicMembers.Write(assembly, File.ReadAllLines(references), documented, target);
        return 0;

    case ["notes", var changelog, var target]:
        ReleaseNotes.Write(changelog, target);
        return 0;

    case ["pages", var readme, var repository, var target]:
        PackedPages.Write(readme, repository, target);
        return 0;

    default:
        Console.Error.WriteLine("members <assembly> <list of references> <documentation> <target>");
        Console.Error.WriteLine("notes <changelog> <target>");
        Console.Error.WriteLine("pages <README.md> <repository> <target folder>");
        return 2;
}
