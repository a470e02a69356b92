import os, os.path, sys
from os.path import join, splitext
def t(f,*a,**k):
    try: print(repr(f(*a,**k)))
    except BaseException as e: print(type(e).__name__, e)
p=os.path
for x in ('','/','//','///a','a','a/b','/a/b/','a//b/../c','./a','../a','a/..','a.txt','.bashrc','a.tar.gz','..a','a.b/c','/a/./b','~','$HOME/x','${HOME}y','$NOPE_X','a\\b','..','a/.','....x'):
    print(repr(x),p.split(x),p.splitext(x),p.basename(x),p.dirname(x),p.isabs(x),p.normpath(x),p.exists(x),p.isdir(x),p.isfile(x),p.splitdrive(x))
    if x.startswith('/'): t(p.relpath,x,'/tmp')
t(p.join,'a','b','/c','d'); t(p.join,'a/','b',''); t(p.join,b'a',b'b'); t(p.join,'a',b'b'); t(p.join,'a',5); t(p.join,5); t(p.commonprefix,['/ab/c','/ab/d']); t(p.commonpath,['/ab/c','/ab/d']); t(p.commonpath,['a','/b']); t(p.commonpath,[]); t(p.expanduser,'~/x') if 0 else None; t(p.relpath,''); t(p.relpath,'/a/b','/a/c/d')
d='os_test_dir'
os.makedirs(join(d,'x','y')); t(os.makedirs,d); t(os.makedirs,d,exist_ok=True); t(os.mkdir,d)
with open(join(d,'f.txt'),'w') as f: f.write('hello')
with open(join(d,'x','g.py'),'w') as f: f.write('1')
print(sorted(os.listdir(d)), p.getsize(join(d,'f.txt')), p.isfile(join(d,'f.txt')), p.isdir(d), p.exists(join(d,'nope')), os.stat(join(d,'f.txt')).st_size, os.stat(join(d,'f.txt'))[6], os.stat(d).st_mode & 0o170000 == 0o40000)
print(sorted((r,sorted(ds),sorted(fs)) for r,ds,fs in os.walk(d)))
print(sorted((e.name,e.path,e.is_dir(),e.is_file()) for e in os.scandir(d)))
with os.scandir(d) as it: print(sorted(e.name for e in it))
os.rename(join(d,'f.txt'),join(d,'h.txt')); print(sorted(os.listdir(d))); t(os.rename,'nope','x'); t(os.remove,'nope'); t(os.rmdir,d); t(os.listdir,'nope'); t(os.stat,'nope'); t(os.chdir,'nope'); t(os.listdir,5.5) if 0 else None; t(os.stat,None) if 0 else None
os.symlink('h.txt',join(d,'l')); print(p.islink(join(d,'l')), os.readlink(join(d,'l')), p.realpath(join(d,'l'))==p.abspath(join(d,'h.txt')))
os.remove(join(d,'l')); os.unlink(join(d,'h.txt')); os.remove(join(d,'x','g.py')); os.removedirs(join(d,'x','y')); print(p.exists(d))
os.environ['QQ_TEST']='v'; print(os.environ['QQ_TEST'], os.getenv('QQ_TEST'), os.getenv('NOPE_X','d'), os.environ.get('NOPE_X'), 'QQ_TEST' in os.environ, 'PATH' in os.environ); del os.environ['QQ_TEST']; t(lambda: os.environ['QQ_TEST']); t(os.environ.__setitem__,'a',5); print(os.environ.setdefault('ZZ_T','1'), os.environ.pop('ZZ_T'))
print(os.getcwd()==p.abspath('.'), os.name, os.sep, repr(os.linesep), os.curdir, os.pardir, os.extsep, os.pathsep, os.devnull, os.path is sys.modules['os.path'], os.getpid()>0, len(os.urandom(5)), os.cpu_count()>0, os.error is OSError)
class P:
    def __fspath__(s): return 'pp'
print(os.fspath(P()), p.join(P(),'x'), os.fspath('a'), isinstance(P(), os.PathLike), os.fsencode('é'), os.fsdecode(b'a')); t(os.fspath,5)
print(p.basename(__file__), p.splitext(p.basename(__file__)), p.sep)
