using DynamoGen.Cli;
using DynamoGen.Cli.Adoption;

#pragma warning disable RS0030 // A tool is a program on a console.
if (args is ["--help" or "-h" or "-?"])
{
    Console.WriteLine(ToolArguments.Usage);
    return 0;
}

if (args is [AdoptCommand.Name, .. var verb])
{
    return await AdoptCommand.RunAsync(verb, Console.Out, Console.Error);
}

try
{
    return await HostRun.RunAsync(ToolArguments.Parse(args), Console.Error);
}
catch (UsageException wrong)
{
    Console.Error.WriteLine(wrong.Message);
    return 2;
}
catch (HostException failed)
{
    Console.Error.WriteLine(failed.Message);
    return 1;
}
